/* The functions of the network NETWORK, in a native library that LeNetGen has compiled. Any number of threads may call them at once. */

#ifndef PREFIX_H
#define PREFIX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface: 1. */
int32_t PREFIX_version(void);

/* Bytes of a raw image, and floats of the image as the first layer reads it, both (channel, row, column); floats of an output. */
int32_t PREFIX_raw_length(void);
int32_t PREFIX_input_length(void);
int32_t PREFIX_output_length(void);

/* The bits of the vectors that the library computes with. 32 are none: it was published without those of the processor, and takes some
   three hundred times as long. */
int32_t PREFIX_vector_bits(void);

/* Computes the outputs of one image. 0, or -1 if a pointer is null. */
int32_t PREFIX_predict(const float *image, float *output);
int32_t PREFIX_predict_raw(const uint8_t *image, float *output);

/* The index of the largest output; -1 if the pointer is null. */
int32_t PREFIX_classify(const float *image);
int32_t PREFIX_classify_raw(const uint8_t *image);

/* Compares what the library computes with what its compiler did. 0, or 1 and a sentence in UTF-8, of at most capacity bytes with its final 0. */
int32_t PREFIX_self_test(char *message, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif

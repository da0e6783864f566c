/* Calls every function of the header; prints what they say, and the bits of the probabilities of each image of an IDX file. */

#include <stdio.h>
#include <string.h>
#include "digits.h"

int main(int count, char **arguments)
{
    uint8_t raw[784];
    float image[784], output[10], again[10];
    char message[80] = "?";
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (file == NULL || fseek(file, 16, SEEK_SET) != 0)
        return 1;
    int difference = digits_self_test(message, sizeof message);
    printf("version %d, raw %d, input %d, output %d, vectors %d, self-test %d '%s', null %d %d %d\n",
        digits_version(), digits_raw_length(), digits_input_length(), digits_output_length(), digits_vector_bits(), difference, message,
        digits_predict(NULL, output), digits_predict_raw(raw, NULL), digits_classify(NULL));
    while (fread(raw, 1, sizeof raw, file) == sizeof raw)
    {
        for (int i = 0; i < 784; i++)
            image[i] = (float)raw[i] * 0.003921569f;
        if (digits_predict_raw(raw, output) != 0 || digits_predict(image, again) != 0 || memcmp(output, again, sizeof output) != 0)
            return 2;
        if (digits_classify_raw(raw) != digits_classify(image))
            return 3;
        for (int i = 0; i < 10; i++)
        {
            uint32_t bits;
            memcpy(&bits, output + i, sizeof bits);
            printf("%08X", bits);
        }
        printf("\n");
    }
    return fclose(file);
}

using System.Diagnostics;
using System.Globalization;
using LeNetGen.Benchmarks.Networks;

// startup FILE STARTED: loads d2l from FILE, predicts one image again and again, and prints in milliseconds since STARTED (nanoseconds of
// Unix time) when this program's first line ran, when the first prediction was there, and when full speed was reached; then the
// microseconds of the first prediction and of those at full speed. Without STARTED it writes FILE. startup.sh calls it.
long now = NanosecondsNow();
if (args is [string path])
{
    new LeNet(seed: 1).Save(path);
    return 0;
}

if (args is not [string file, string since] || !long.TryParse(since, CultureInfo.InvariantCulture, out long started))
{
    Console.Error.WriteLine("This program takes a file of weights and, to measure, the time at which it was started.");
    return 2;
}

const int Predictions = 60_000;
const int Neighbours = 32;
LeNet network = LeNet.Load(file);
byte[] image = new byte[28 * 28];
Random.Shared.NextBytes(image);
float[] output = new float[10];

long[] ends = new long[Predictions + 1];
ends[0] = Stopwatch.GetTimestamp();
network.Predict(image, output);
ends[1] = Stopwatch.GetTimestamp();
double firstPrediction = (NanosecondsNow() - started) / 1e6;
for (int i = 1; i < Predictions; i++)
{
    network.Predict(image, output);
    ends[i + 1] = Stopwatch.GetTimestamp();
}

// Full speed is reached where the median of neighbours is first within a tenth of that of the second half.
double[] times = [.. ends.Zip(ends.Skip(1), (from, to) => (to - from) * 1e6 / Stopwatch.Frequency)];
double steady = MedianOf(Predictions / 2, Predictions / 2);
int full = 0;
while (MedianOf(full, Neighbours) > 1.1 * steady)
    full++;
double fullSpeed = firstPrediction + Stopwatch.GetElapsedTime(ends[1], ends[full + 1]).TotalMilliseconds;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{(now - started) / 1e6:F1} {firstPrediction:F1} {fullSpeed:F1} {times[0]:F0} {steady:F2}"));
return 0;

double MedianOf(int first, int count)
{
    double[] sorted = times[first..(first + count)];
    Array.Sort(sorted);
    return sorted[count / 2];
}

static long NanosecondsNow() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;

#!/usr/bin/env bash
# LeNetGen beside PyTorch, by turns, so that both see the same machine: prints a Markdown table of times and ratios, medians of the rounds.
#
#   tests/LeNetGen.Benchmarks/compare.sh PEER [ROUNDS [THREADS [SECONDS [CASES]]]]
#
# PEER is a Python script that takes --threads, --seconds, --cases and prints JSON lines with the keys case, mode, us_per_image. It is run with
# the python3 of $PYTHON, which needs PyTorch (Debian: python3-torch). WIDTH=256 measures LeNetGen at another vector width.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
peer=$(realpath "$1") rounds=${2:-3} threads=${3:-1} seconds=${4:-1} cases=${5:-d2l,paper,keras3x3,torch,mlp}
[ -f "$peer" ] || { echo "There is no peer script '$1'." >&2; exit 2; }
cd "$(dirname "$0")"
python=${PYTHON:-/usr/bin/python3}
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

dotnet build -c Release -v quiet --nologo >&2
for ((round = 1; round <= rounds; round++)); do
  # Case by case, so that the two are seconds apart.
  for case in ${cases//,/ }; do
    echo "round $round of $rounds: $case" >&2
    # torch.set_num_threads alone leaves OpenBLAS as many threads as there are cores.
    OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads "$python" "$peer" --threads "$threads" --seconds "$seconds" --cases "$case" --modes train256,infer256,infer1jit >> "$lines"
    dotnet run -c Release --no-build -- --json --threads "$threads" --seconds "$seconds" --cases "$case" ${WIDTH:+--width "$WIDTH"} >> "$lines"
  done
done

"$python" - "$lines" "$threads" <<'PYTHON'
import json, statistics, sys
times, fractions = {}, {}
for line in open(sys.argv[1]):
    row = json.loads(line)
    # One image is compared with PyTorch's traced form, its fastest.
    key = row["case"], row["mode"].removesuffix("jit")
    times.setdefault(key, {}).setdefault(row["system"], []).append(row["us_per_image"])
    if "peak_fraction" in row:
        fractions.setdefault(key, []).append(row["peak_fraction"])

print(f"| case | mode | PyTorch, us/image | LeNetGen, us/image | ratio | of peak | ratio at the peak |\n|---|---|---|---|---|---|---|")
for (case, mode), systems in times.items():
    threads = int(sys.argv[2])
    if mode == "infer1" and threads > 1:
        continue
    peer, ours = (statistics.median(systems[name]) for name in ("pytorch", "lenetgen"))
    ratio = statistics.median(p / o for p, o in zip(systems["pytorch"], systems["lenetgen"]))
    fraction = statistics.median(fractions[case, mode])
    # No code can be faster than bare multiply-adds.
    print(f"| {case} | {mode}, {threads} thread{'s' * (threads > 1)} | {peer:.2f} | {ours:.2f} | {ratio:.2f} | {fraction:.2f} | {ratio / fraction:.2f} |")
PYTHON

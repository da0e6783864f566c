#!/usr/bin/env bash
# What a program pays before it predicts: milliseconds from the start of the process to its first prediction by d2l and to full speed, with the
# just-in-time compiler and with ReadyToRun. Prints a Markdown table, medians of the runs.
#
#   tests/LeNetGen.Benchmarks/startup.sh [RUNS]
set -euo pipefail
runs=${1:-20}
[[ $runs =~ ^[1-9][0-9]*$ ]] || { echo "RUNS is a positive number, not '$runs'." >&2; exit 2; }
cd "$(dirname "$0")/Startup"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

publish() {
  dotnet publish -c Release -v quiet --nologo -r linux-x64 --self-contained false -o "$folder/$1" "${@:2}" >&2
  "$folder/$1/startup" "$folder/d2l.safetensors"    # The first run of all reads the program from disk.
}
publish jit
publish r2r -p:PublishReadyToRun=true

# By turns, so that both see the same machine.
for ((run = 1; run <= runs; run++)); do
  for form in jit r2r; do
    echo "$form $("$folder/$form/startup" "$folder/d2l.safetensors" "$(date +%s%N)")" >> "$folder/times"
  done
done

median() { grep "^$1 " "$folder/times" | cut -d ' ' -f "$2" | sort -n | sed -n "$(((runs + 1) / 2))p"; }
row() { printf '| %s |' "$2"; for column in 2 3 4 5 6; do printf ' %s |' "$(median "$1" "$column")"; done; echo; }
echo "| | first line, ms | first prediction, ms | full speed, ms | first prediction alone, us | at full speed, us |"
echo "|---|---|---|---|---|---|"
row jit JIT
row r2r ReadyToRun

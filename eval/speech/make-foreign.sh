#!/usr/bin/env bash
# make-foreign.sh OUT: menu phrases in Vietnamese, which no Mandarin model was made for: OUT/PHRASE-N.wav, 8 kHz, N = 0–6
# by another voice, pitch, tempo and noise. Machines speak: the figures of such a set say nothing about callers.
set -euo pipefail

out="${1:?usage: make-foreign.sh OUT}"
mkdir -p "$out"
for tool in sox espeak-ng; do
  command -v "$tool" >/dev/null || {
    echo "make-foreign.sh wants $tool" >&2
    exit 1
  }
done

# say PHRASE NUMBER WORDS VOICE PITCH SPEED NOISE: the noise in dB below full scale, the speech at -6 dB
say() {
  local spoken="$out/spoken.tmp.wav" noise="$out/noise.tmp.wav"
  espeak-ng -v "$4" -p "$5" -s "$6" --stdout -- "$3" |
    sox -R -q -t wav --ignore-length - -r 8000 -b 16 -c 1 "$spoken" gain -n -6 pad 0.3 0.3
  sox -R -q -n -r 8000 -b 16 -c 1 "$noise" synth "$(soxi -D "$spoken")" whitenoise gain "$7"
  sox -R -q -m -v 1 "$spoken" -v 1 "$noise" -b 16 "$out/$1-$2.wav"
  rm "$spoken" "$noise"
}

phrase() {
  say "$1" 0 "$2" vi 40 150 -45
  say "$1" 1 "$2" vi+f2 60 165 -40
  say "$1" 2 "$2" vi+m3 50 140 -35
  say "$1" 3 "$2" vi 35 160 -40
  say "$1" 4 "$2" vi+f3 65 150 -38
  say "$1" 5 "$2" vi+m2 45 170 -35
  say "$1" 6 "$2" vi+f1 55 145 -35
}

phrase 漏水 "rò rỉ nước"
phrase 停电 "mất điện rồi"
phrase 停水 "không có nước"
phrase 垃圾 "đổ rác"
phrase 停车 "chỗ đậu xe"
phrase 人工 "gặp nhân viên"

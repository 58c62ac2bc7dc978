#!/usr/bin/env bash
# make-synthetic.sh SPEECH OUT: the synthetic set of ./hotline speech-eval, 8 kHz, from the clips of a folder SPEECH with dev.tsv
# and from espeak-ng; wants sox. Machines speak here, not people: its figures say nothing about callers.
set -euo pipefail
speech="$1" out="$2"
mkdir -p "$out"
raw="$out/raw.wav"
printf 'file\tdialect\ttranscript\tintent\tnoise\n' >"$out/set.tsv"
number=0

# amplitude FILE: its root mean square, 0-1
amplitude() { sox "$1" -n stat 2>&1 | awk '/RMS.*amplitude/ { print $3 }'; }

# entry DIALECT TRANSCRIPT INTENT NOISE [EFFECT...]: $raw becomes the next file
entry() {
  local dialect="$1" transcript="$2" intent="$3" noise="$4" name level
  shift 4
  number=$((number + 1))
  name=$(printf '%03d.wav' "$number")
  if [ "$noise" = clean ]; then
    sox -R "$raw" -r 8000 -c 1 -b 16 "$out/$name" "$@" pad 0.2 0.4
  else
    sox -R "$raw" -r 8000 -c 1 -b 16 "$out/speech.wav" gain -6 "$@" pad 0.2 0.4
    # White noise of sox has a root mean square of 0.577.
    level=$(awk -v rms="$(amplitude "$out/speech.wav")" -v db="$noise" 'BEGIN { print rms / exp(db / 20 * log(10)) / 0.577 }')
    sox -R "$out/speech.wav" "$out/noise.wav" synth whitenoise vol "$level"
    sox -R -m -v 1 "$out/speech.wav" -v 1 "$out/noise.wav" -b 16 "$out/$name"
    rm "$out/speech.wav" "$out/noise.wav"
  fi
  printf '%s\t%s\t%s\t%s\t%s\n' "$name" "$dialect" "$transcript" "$intent" "$noise" >>"$out/set.tsv"
}

# say VOICE TEXT
say() { espeak-ng -v "$1" -s 150 -w "$raw" "$2"; }

# Clean and at two levels of noise, each also in another tempo and pitch.
variants() {
  entry "$1" "$2" "$3" clean
  entry "$1" "$2" "$3" 20 tempo 1.1
  entry "$1" "$2" "$3" 10 pitch 100
}

while IFS=: read -r text intent; do
  say cmn-latn-pinyin "$text"
  variants cmn "$text" "$intent"
done <<'TEXTS'
对:yes
是的:yes
好的:yes
没错:yes
不是:no
不对:no
错了:no
不用了:no
转人工:person
人工服务:person
TEXTS
for text in 係啊 唔係; do
  intent=yes
  [ "$text" != 唔係 ] || intent=no
  say yue "$text"
  variants yue "$text" "$intent"
done

# Every fourth complaint; what is none of the hotline's business.
row=0
while IFS='|' read -r file dialect text category subcategory _; do
  row=$((row + 1))
  cp "$speech/$file" "$raw"
  if [ -n "$category" ] && [ $((row % 4)) = 0 ]; then
    variants "$dialect" "$text" "$category/$subcategory"
  elif [ -z "$category" ] && [ "${file##*/}" \> 099.wav ]; then
    variants "$dialect" "$text" ""
  fi
done < <(tail -n +2 "$speech/dev.tsv" | tr '\t' '|')
for text in 明天可能要下雨 我去超市买点水果 晚上一起吃饭吧 这件衣服多少钱 他在学校当老师 飞机几点起飞 我想听一首歌 周末去爬山 鱼香肉丝怎么做 北京下雪了 手机没电了 作业写完了没有 他是哪里人 足球比赛谁赢了; do
  say cmn-latn-pinyin "$text"
  variants cmn "$text" ""
done
for noise in whitenoise pinknoise brownnoise; do
  sox -R -n -r 8000 -b 16 "$raw" synth 3 "$noise" vol 0.2
  entry cmn "" "" clean
done
for chord in "C4 E4 G4" "A3 C4 E4" "F4 A4 C5" "G3 B3 D4"; do
  voices=()
  for note in $chord; do voices+=(pluck "$note"); done
  sox -R -n -r 8000 -c 3 -b 16 "$raw" synth 3 "${voices[@]}" remix - vol 0.5
  entry cmn "" "" clean
done
rm "$raw"

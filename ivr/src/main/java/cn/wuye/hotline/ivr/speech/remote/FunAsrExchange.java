package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import cn.wuye.hotline.ivr.speech.grammar.Hypothesis;
import cn.wuye.hotline.ivr.speech.grammar.ModelWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The protocol of FunASR's runtime in two passes: running text while she speaks, which is replaced
 * sentence by sentence by what the better model makes of it. The runtime marks the last answer, the
 * server in Python everything but the last: which of them it is, is told by what comes while she
 * speaks.
 */
final class FunAsrExchange implements Exchange {
  /** What SenseVoice tells of language, mood and noises. */
  private static final Pattern TAGS = Pattern.compile("<\\|[^|]*\\|>");

  private static final Pattern PUNCTUATION = Pattern.compile("\\p{IsPunctuation}");
  private static final Pattern LAST_PUNCTUATION = Pattern.compile("[\\p{IsPunctuation}\\s]+$");
  private static final int TELEPHONE_RATE = 8000;

  /** Running text in steps of 0.6 s, with 0.3 s of what comes before and after. */
  private static final List<Integer> CHUNKS = List.of(5, 10, 5);

  /** Into how many messages such a step is cut; what the server in Python wants to know. */
  private static final int INTERVAL = 10;

  private static final int HOTWORD_WEIGHT = 20;
  private static final int MOST_HOTWORDS = 1000;
  private static final int LONGEST_TEXT = 20_000;

  private final Grammar grammar;
  private final StringBuilder corrected = new StringBuilder();
  private final StringBuilder running = new StringBuilder();
  private Marking marking = Marking.UNKNOWN;
  private boolean closed;

  private enum Marking {
    UNKNOWN,
    OF_THE_LAST,
    OF_ALL_BUT_THE_LAST
  }

  FunAsrExchange(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  public String opening() {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("mode", "2pass");
    first.put("wav_name", "hotline");
    first.put("wav_format", "pcm");
    first.put("audio_fs", TELEPHONE_RATE);
    first.put("is_speaking", true);
    first.put("chunk_size", CHUNKS);
    first.put("chunk_interval", INTERVAL);
    // Numbers as they are said: menus and addresses are compared with what Vosk writes.
    first.put("itn", false);
    Map<String, Integer> hotwords = hotwords();
    if (!hotwords.isEmpty()) {
      first.put("hotwords", Json.write(hotwords));
    }
    return Json.write(first);
  }

  private Map<String, Integer> hotwords() {
    Map<String, Integer> hotwords = new LinkedHashMap<>();
    grammar.phrases().stream()
        .filter(phrase -> !phrase.equals(ModelWords.GARBAGE))
        .map(phrase -> phrase.replace(" ", ""))
        .limit(MOST_HOTWORDS)
        .forEach(phrase -> hotwords.put(phrase, HOTWORD_WEIGHT));
    return hotwords;
  }

  @Override
  public void sent(int bytes) {
    // Answers are not counted: the server speaks when it has something to say.
  }

  @Override
  public int unheard() {
    return 0;
  }

  @Override
  public String closing() {
    closed = true;
    return Json.write(Map.of("is_speaking", false));
  }

  @Override
  public Progress take(String message) {
    JsonNode answer = Json.object(message);
    String text = answer.path("text").asString("");
    boolean marked = answer.path("is_final").asBoolean(false);
    String mode = answer.path("mode").asString("");
    boolean offline = mode.equals("2pass-offline") || mode.equals("offline");
    if (offline) {
      corrected.append(text);
      running.setLength(0);
    } else if (mode.equals("2pass-online") || mode.equals("online")) {
      running.append(text);
    } else if (!mode.isEmpty() || !text.isEmpty() || !marked) {
      // Only the last answer, when nothing was understood, comes without a mode; errors do as well.
      throw Nonsense.message(message);
    }
    if (corrected.length() + running.length() > LONGEST_TEXT) {
      throw new Nonsense("more text than anybody can say");
    }
    if (!closed) {
      marking = marked ? Marking.OF_ALL_BUT_THE_LAST : Marking.OF_THE_LAST;
      return Progress.GOES_ON;
    }
    return mode.isEmpty() ? Progress.WHOLE : progress(offline, marked);
  }

  private Progress progress(boolean offline, boolean marked) {
    return switch (marking) {
      case OF_THE_LAST -> marked ? Progress.WHOLE : Progress.GOES_ON;
      case OF_ALL_BUT_THE_LAST -> offline && !marked ? Progress.WHOLE : Progress.GOES_ON;
      case UNKNOWN -> offline || marked ? Progress.PERHAPS_WHOLE : Progress.GOES_ON;
    };
  }

  @Override
  public String partial() {
    return grammar.partial(plain());
  }

  @Override
  public Recognized answer() {
    return grammar.answer(List.of(Hypothesis.of(plain())));
  }

  private String plain() {
    String text = TAGS.matcher(corrected + running.toString()).replaceAll("");
    return grammar.running()
        ? LAST_PUNCTUATION.matcher(text).replaceAll("")
        : PUNCTUATION.matcher(text).replaceAll("");
  }
}

package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import cn.wuye.hotline.ivr.speech.grammar.Utterance;
import cn.wuye.hotline.ivr.speech.vosk.VoskJson;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The protocol of vosk-server: a configuration, sound, {@code eof}. Each message but the first is
 * answered by exactly one, with a partial text or with a piece that a pause has ended; so the
 * answer to {@code eof} is known by counting, and has no mark of its own.
 */
final class VoskServerExchange implements Exchange {
  /** The server compares the text, blanks included. */
  private static final String EOF = "{\"eof\" : 1}";

  private static final int TELEPHONE_RATE = 8000;

  private final Grammar grammar;
  private final boolean constrained;
  private final Utterance utterance;
  private String running = "";

  /** The sizes of the messages that are not answered yet; 0 for the last one. */
  private final Deque<Integer> unanswered = new ArrayDeque<>();

  private int unheard;
  private boolean closed;

  /**
   * @param constrained whether the server's model takes a grammar; else it hears anything, and the
   *     grammar only judges what it heard
   */
  VoskServerExchange(Grammar grammar, boolean constrained) {
    this.grammar = grammar;
    this.constrained = constrained;
    this.utterance = new Utterance(grammar);
  }

  @Override
  public String opening() {
    Map<String, Object> config = new HashMap<>();
    config.put("sample_rate", TELEPHONE_RATE);
    config.put("words", true);
    config.put("max_alternatives", 0);
    if (constrained && !grammar.phrases().isEmpty()) {
      config.put("phrase_list", grammar.phrases());
    }
    return Json.write(Map.of("config", config));
  }

  @Override
  public void sent(int bytes) {
    unanswered.addLast(bytes);
    unheard += bytes;
  }

  @Override
  public int unheard() {
    return unheard;
  }

  @Override
  public String closing() {
    unanswered.addLast(0);
    closed = true;
    return EOF;
  }

  @Override
  public Progress take(String message) {
    JsonNode answer = Json.object(message);
    if (unanswered.isEmpty()) {
      throw Nonsense.message(message);
    }
    if (answer.path("partial").isString()) {
      running = answer.path("partial").asString();
    } else if (answer.path("text").isString()) {
      utterance.add(VoskJson.readings(answer));
      running = "";
    } else {
      throw Nonsense.message(message);
    }
    unheard -= unanswered.removeFirst();
    return closed && unanswered.isEmpty() ? Progress.WHOLE : Progress.GOES_ON;
  }

  @Override
  public String partial() {
    return grammar.partial(utterance.partial(running));
  }

  @Override
  public Recognized answer() {
    return utterance.answer();
  }
}

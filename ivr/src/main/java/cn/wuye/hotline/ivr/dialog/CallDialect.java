package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.dialect.HeardDialect;
import cn.wuye.hotline.ivr.dialect.Hearing;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In which dialect one caller is spoken with, and what tells so. */
final class CallDialect {
  private static final Logger LOG = LoggerFactory.getLogger(CallDialect.class);

  /** Shorter answers (喂, 你好) tell nothing, and are not waited for in vain. */
  private static final int SHORTEST = 4;

  /** Comparing costs time: not in every answer. */
  private static final int MOST_ANSWERS = 2;

  private final Call call;
  private final Directory directory;
  private final HeardDialect ears = HeardDialect.shipped();
  private String said = "";
  private String heard = "";
  private int answers;
  private boolean listened;

  CallDialect(Call call, Directory directory) {
    this.call = call;
    this.directory = directory;
  }

  /** She has asked for one, by its name or its key. */
  void said(String code) {
    said = code;
    LOG.info("call {}: asks for {}, is spoken with in it from the next prompt on", call.id(), code);
  }

  /** That she has asked for; empty string when she has not. */
  String said() {
    return said;
  }

  /** What her words told, while nothing else did; empty string when they told nothing. */
  String heard() {
    return heard;
  }

  /** Whether her words may tell it: nothing better is known, and they have not told it yet. */
  boolean listens() {
    return !listened && said.isEmpty() && preferred().isEmpty();
  }

  /** She has spoken freely; the first answer that is long enough tells it, or none does. */
  void spoke(Words said) {
    answers++;
    int longest =
        Stream.concat(Stream.of(said.text()), said.others().stream().map(Hearing::text))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    listened = longest >= SHORTEST || answers >= MOST_ANSWERS;
    if (longest < SHORTEST) {
      return;
    }
    HeardDialect.Verdict verdict = ears.in(said.text(), said.confidence(), said.others());
    heard = verdict.dialect();
    LOG.info(
        "call {}: dialect by ear: {} ({})",
        call.id(),
        heard.isEmpty() ? "none, goes on as before" : heard + " from the next prompt on",
        verdict.why());
  }

  /**
   * The one in which she is spoken with now: asked for, preferred, heard, usual where she lives or
   * in the estate that she has named.
   *
   * @param estateId where it is, as far as she has told; empty string when unknown
   * @return code; empty string when nothing tells it, which is Mandarin
   */
  String now(String estateId) {
    return Stream.of(said, preferred().orElse(""), heard, usual(estateId))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The codes to choose from, the usual one first. */
  List<String> offered(String estateId) {
    List<String> all = Dialects.shipped().all().stream().map(Dialect::code).toList();
    return Stream.concat(Stream.of(usual(estateId)).filter(all::contains), all.stream())
        .distinct()
        .toList();
  }

  private Optional<String> preferred() {
    return call.caller()
        .flatMap(directory::caller)
        .map(KnownCaller::dialect)
        .filter(code -> !code.isEmpty());
  }

  private String usual(String estateId) {
    String home = directory.dialect(call.caller());
    return home.isEmpty() ? directory.estateDialect(estateId) : home;
  }
}

package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.List;

/** Decides whether an emergency word is spoken of without being meant. */
final class NotMeant {
  /** How far before the word a denial or a fear may stand. */
  private static final int REACH = 14;

  /** How much may stand between a medium and what it tells: 电视上说[电动车]着火了. */
  private static final int TOLD = 8;

  private final List<Phrase> harmless;
  private final List<String> words = new ArrayList<>();
  private final List<String> denials;
  private final List<String> past = new ArrayList<>();
  private final List<String> fillers;
  private final List<String> now;
  private final List<String> suppositions;
  private final List<String> questions;
  private final List<String> notPast;
  private final List<String> media;
  private final List<String> elsewhere;
  private final List<String> here;
  private final List<String> threats;
  private final List<String> deniedAfter;
  private final List<String> over;
  private final List<String> overIfPast;
  private final List<String> pastAnywhere;
  private final List<String> asking;
  private final List<String> notNow;

  NotMeant(DataFile file) {
    harmless = file.texts("harmless").stream().map(Phrase::of).toList();
    DataFile before = file.mapping("not-meant-after");
    denials = before.texts("denied");
    past.addAll(before.texts("past"));
    words.addAll(past);
    words.addAll(before.texts("feared"));
    fillers = file.texts("fillers");
    now = file.texts("happening-now");
    notNow = file.texts("not-now");
    suppositions = file.mapping("supposed").texts("if");
    questions = file.mapping("supposed").texts("asked");
    notPast = file.texts("not-past");
    DataFile reported = file.mapping("reported");
    media = reported.texts("words");
    elsewhere = reported.texts("elsewhere");
    here = reported.texts("here");
    threats = file.texts("threats");
    deniedAfter = file.texts("denied-after");
    DataFile settled = file.mapping("settled");
    over = settled.texts("alone");
    overIfPast = settled.texts("if-past");
    pastAnywhere = settled.texts("past");
    asking = file.mapping("supposed").texts("only-asking");
  }

  /** Decoys for the spotter's grammar: harmless phrases, and the commonest denials. */
  List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    harmless.stream().filter(Phrase::contiguous).map(Phrase::text).forEach(phrases::add);
    for (String word : List.of("人困在", "人被困", "着火", "起火", "煤气味", "人触电", "漏电")) {
      phrases.add("没有" + word);
    }
    phrases.add("不是着火");
    return phrases;
  }

  List<Match> harmless(Utterance utterance) {
    List<Match> found = new ArrayList<>();
    for (Phrase phrase : harmless) {
      // Only near-certain ones: what merely sounds like something harmless may be an emergency.
      phrase.findAll(utterance).stream().filter(m -> m.quality() > 0.95).forEach(found::add);
    }
    return found;
  }

  /**
   * Whether it is denied, feared or past (one of these words stands before it with nothing but
   * fillers between, or the 过 of experience behind it), only asked about, settled, or told by the
   * media. A threat is meant although it is feared or supposed: 再没人管我就自杀. What happens now is
   * meant, unless it is denied.
   */
  boolean in(Utterance utterance, Match match, Phrase phrase) {
    boolean threat = threats.stream().anyMatch(phrase.text()::contains);
    int start = Math.max(utterance.clauseStart(match.from()), match.from() - REACH);
    String before = utterance.written(start, match.from());
    String after = utterance.written(match.to(), utterance.length());
    if (endsWithOne(before, denials)
        || deniedInside(utterance, match)
        || deniedAfter.stream().anyMatch(after::startsWith)) {
      return true;
    }
    if (settled(utterance.written()) || asked(utterance.written(), threat)) {
      return !happening(utterance.written());
    }
    if (experienced(after)) {
      after = utterance.written(match.to(), utterance.clauseEnd(match.to()));
    } else if (!endsWithOne(before, threat ? past : words)
        && (threat || !supposed(before, after))
        && !told(before)) {
      return false;
    }
    return !happening(before) && !happening(after);
  }

  /** 到现在 tells how long it has been, not that it happens. */
  private boolean happening(String text) {
    String rest = text;
    for (String each : notNow) {
      rest = rest.replace(each, "");
    }
    return now.stream().anyMatch(rest::contains);
  }

  /** 上次困人你们来得很快，谢谢: it is over, or nobody would speak like that. */
  private boolean settled(String all) {
    return over.stream().anyMatch(all::contains)
        || (overIfPast.stream().anyMatch(all::contains)
            && pastAnywhere.stream().anyMatch(all::contains));
  }

  private boolean asked(String all, boolean threat) {
    return !threat && asking.stream().anyMatch(all::contains);
  }

  private boolean experienced(String after) {
    return after.startsWith("过") && notPast.stream().noneMatch(after::startsWith);
  }

  private boolean supposed(String before, String after) {
    String near = after.substring(0, Math.min(REACH, after.length()));
    return suppositions.stream().anyMatch(before::contains)
        && questions.stream().anyMatch(near::contains);
  }

  /** 新闻里说电动车着火了, but not 电视上说明天降温我家着火了: what is here nobody has from the news. */
  private boolean told(String before) {
    for (String medium : media) {
      int said = before.lastIndexOf(medium);
      if (said >= 0) {
        String subject = before.substring(said + medium.length());
        for (String place : elsewhere) {
          subject = subject.replace(place, "");
        }
        if (subject.length() <= TOLD && here.stream().noneMatch(subject::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  /** 电梯里没有人关在里面: the denial stands between the parts of the phrase. */
  private boolean deniedInside(Utterance utterance, Match match) {
    for (int i = 1; i < match.spans().size(); i++) {
      String between =
          utterance.written(match.spans().get(i - 1).to(), match.spans().get(i).from());
      if (endsWithOne(between, denials)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWithOne(String text, List<String> words) {
    for (String word : words) {
      if (text.endsWith(word)) {
        return true;
      }
    }
    for (String filler : fillers) {
      if (text.endsWith(filler)
          && endsWithOne(text.substring(0, text.length() - filler.length()), words)) {
        return true;
      }
    }
    return false;
  }
}

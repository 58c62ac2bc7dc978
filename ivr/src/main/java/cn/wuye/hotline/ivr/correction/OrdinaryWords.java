package cn.wuye.hotline.ivr.correction;

import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.StandardWords;
import cn.wuye.hotline.ivr.speech.grammar.Grammars;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what has a meaning of its own, which no other may be given to. */
public final class OrdinaryWords {
  /** A single syllable is heard in any noise. */
  private static final Pattern READABLE = Pattern.compile("\\p{IsHan}{2,20}");

  private static final Pattern NUMBER = Pattern.compile("[零一二三四五六七八九十幺两百千]+");
  private static final Pattern NOT_HAN = Pattern.compile("\\P{IsHan}+");

  private final IntentReader reader;
  private final EmergencyWords emergencies;
  private final Set<String> words = new HashSet<>();
  private final List<String> dangers;
  private final List<Sentence> sentences;

  private record Sentence(String text, String topic) {}

  /** By what is understood without any more phrases. */
  public OrdinaryWords(IntentReader reader, EmergencyWords emergencies) {
    this.reader = reader;
    this.emergencies = emergencies;
    Commands commands = Commands.shipped();
    words.addAll(Grammars.commonWords());
    words.addAll(commands.phrases());
    words.addAll(commands.yesAndNo());
    dangers =
        emergencies.list().stream()
            .map(DangerPhrase::phrase)
            .flatMap(phrase -> Arrays.stream(NOT_HAN.split(phrase)))
            .filter(part -> part.length() > 1)
            .distinct()
            .toList();
    sentences =
        Dialects.shipped().all().stream()
            .flatMap(dialect -> dialect.complaints().stream())
            .map(each -> new Sentence(StandardWords.spoken(each.text()), each.meaning()))
            .toList();
  }

  /**
   * Whether what was heard may be understood as a phrase: it means nothing yet, is said in no known
   * complaint about something else, and neither is or holds a word of danger or a part of one.
   *
   * @param heard in simplified characters and standard words
   */
  public boolean mayMean(String heard, LexiconPhrase phrase) {
    return READABLE.matcher(heard).matches()
        && !NUMBER.matcher(heard).matches()
        && !words.contains(heard)
        && emergencies.find(phrase.phrase()).isEmpty()
        && emergencies.find(heard).isEmpty()
        && dangers.stream().noneMatch(part -> part.contains(heard) || heard.contains(part))
        && reader.explain(heard).counted().isEmpty()
        && sentences.stream()
            .noneMatch(each -> each.text.contains(heard) && !each.topic.equals(phrase.topic()));
  }
}

package cn.wuye.hotline.caller.sound;

import cn.wuye.hotline.caller.sound.Template.Match;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sounds of the running hotline's prompts, by which a caller knows what she hears. */
public final class PromptBook {
  private static final double WHOLE = 0.9;
  private static final int WORD_HOPS = 16;

  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  /**
   * One file's worth of a prompt.
   *
   * @param key of the piece; a prompt with slots has several, {@code confirm-1}, {@code confirm-2}
   */
  public record Piece(String key, String text, Template template) {}

  /** A piece that was found in what was heard. */
  public record Found(Piece piece, Match match) {}

  private PromptBook() {}

  /**
   * Takes what the hotline made.
   *
   * @param folder its prompts, one WAV a piece; may be missing
   */
  public static PromptBook load(Path folder, PromptCatalogue catalogue) throws IOException {
    PromptBook book = new PromptBook();
    Map<String, Path> files = PromptIndex.read(folder);
    for (Fixed fixed : catalogue.fixed()) {
      Path file = files.getOrDefault(fixed.key(), folder.resolve(fixed.key() + ".wav"));
      if (Files.isReadable(file)) {
        book.add(fixed.key(), fixed.text(), Pcm.samples(WavFile.read(file)));
      }
    }
    return book;
  }

  /** A book of given sounds. */
  public static PromptBook of(Map<String, short[]> sounds) {
    PromptBook book = new PromptBook();
    sounds.forEach((key, sound) -> book.add(key, key, sound));
    return book;
  }

  private void add(String key, String text, short[] sound) {
    Template template = new Template(sound);
    if (template.length() > 0) {
      pieces.put(key, new Piece(key, text, template));
    }
  }

  public int size() {
    return pieces.size();
  }

  /** The pieces of a catalogue entry; none when their sound is not known. */
  public List<Piece> ofEntry(String entry) {
    Pattern part = Pattern.compile(Pattern.quote(entry) + "(-\\d+)?");
    return pieces.values().stream().filter(p -> part.matcher(p.key()).matches()).toList();
  }

  /** The first place where any piece of the entry is heard. */
  public Optional<Found> find(String entry, Track heard, int fromHop, int enough) {
    return ofEntry(entry).stream()
        .flatMap(
            piece ->
                piece
                    .template()
                    .find(heard, fromHop, Integer.MAX_VALUE, enough)
                    .map(match -> new Found(piece, match))
                    .stream())
        .min(Comparator.comparingInt(found -> found.match().at()));
  }

  /** The entry's longest piece, should its beginning have suffered on the way. */
  public Optional<Found> findDamaged(String entry, Track heard, int fromHop) {
    return ofEntry(entry).stream()
        .max(Comparator.comparingInt(piece -> piece.template().length()))
        .flatMap(
            piece ->
                piece
                    .template()
                    .findDamaged(heard, fromHop, Integer.MAX_VALUE)
                    .map(match -> new Found(piece, match)));
  }

  /** Everything known that is heard in a stretch, in order and without overlap. */
  public List<Found> identify(Track heard, int fromHop, int toHop) {
    List<Found> candidates = new ArrayList<>();
    for (Piece piece : pieces.values()) {
      int from = fromHop;
      while (from < toHop) {
        Optional<Match> match = piece.template().find(heard, from, toHop, 60);
        if (match.isEmpty()) {
          break;
        }
        candidates.add(new Found(piece, match.get()));
        from = match.get().end();
      }
    }
    List<Found> whole = candidates.stream().filter(found -> coverage(found) >= WHOLE).toList();
    candidates.removeIf(part -> whole.stream().anyMatch(other -> tells(other, part)));
    // Of two prompts that end alike the plainer key is the likelier.
    candidates.sort(
        Comparator.<Found>comparingDouble(found -> -weight(found, heard))
            .thenComparingInt(found -> found.piece().key().length()));
    List<Found> chosen = new ArrayList<>();
    for (Found candidate : candidates) {
      if (chosen.stream().noneMatch(other -> excludes(other, candidate, heard))) {
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(found -> found.match().at()));
    return chosen;
  }

  /** Whether one that is heard whole begins where the other is heard only in part. */
  private static boolean tells(Found whole, Found part) {
    return coverage(whole) >= WHOLE
        && coverage(part) < WHOLE
        && Math.abs(whole.match().at() - part.match().at()) <= WORD_HOPS / 2;
  }

  /** What is heard in part counts less, unless silence follows: then it was cut. */
  private static double weight(Found found, Track heard) {
    int end = found.match().end();
    boolean goesOn = heard.audible(end + 2) || heard.audible(end + 6) || heard.audible(end + 10);
    return goesOn ? found.match().hops() * coverage(found) : found.match().hops();
  }

  private static double coverage(Found found) {
    return found.match().hops() / (double) found.piece().template().length();
  }

  /** Inside a longer prompt only a whole other one after a pause is believed, not a like word. */
  private static boolean excludes(Found chosen, Found candidate, Track heard) {
    if (overlap(chosen.match(), candidate.match())) {
      return true;
    }
    int at = candidate.match().at();
    boolean inside =
        at > chosen.match().at()
            && at < chosen.match().at() + chosen.piece().template().length() - WORD_HOPS;
    return inside && (coverage(candidate) < WHOLE || !quietBefore(heard, at));
  }

  private static boolean quietBefore(Track heard, int at) {
    int quiet = 0;
    for (int hop = at - WORD_HOPS; hop < at; hop++) {
      quiet += heard.audible(hop) ? 0 : 1;
    }
    return quiet >= WORD_HOPS / 2;
  }

  private static boolean overlap(Match a, Match b) {
    int shared = Math.min(a.end(), b.end()) - Math.max(a.at(), b.at());
    return shared > Math.min(a.hops(), b.hops()) / 3;
  }
}

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
    candidates.sort(Comparator.comparingInt(found -> -found.match().hops()));
    List<Found> chosen = new ArrayList<>();
    for (Found candidate : candidates) {
      if (chosen.stream().noneMatch(other -> overlap(candidate.match(), other.match()))) {
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(found -> found.match().at()));
    return chosen;
  }

  private static boolean overlap(Match a, Match b) {
    int shared = Math.min(a.end(), b.end()) - Math.max(a.at(), b.at());
    return shared > Math.min(a.hops(), b.hops()) / 3;
  }
}

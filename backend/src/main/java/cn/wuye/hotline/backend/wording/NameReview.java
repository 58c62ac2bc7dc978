package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.ivr.intent.EstateNames;
import cn.wuye.hotline.ivr.intent.NamesAlike;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for names of estates and buildings that callers say in vain. They enter what is listened
 * for by themselves; what cannot is left out there, and told here.
 */
public class NameReview {
  private final SpeechRecognizer recognizer;
  private volatile Looked looked = new Looked("", List.of(), List.of());

  NameReview(SpeechRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  /** Why a name is not heard. */
  public enum Reason {
    /** The model has no words that sound like it; of it these characters. */
    UNSPELLABLE,
    /** Another estate's name sounds the same: its name, and what that estate is called. */
    SOUNDS_LIKE,
    /** More names come before it than a question listens for at once: how many. */
    LATE
  }

  /**
   * A name that is not heard.
   *
   * @param estate whose it is
   * @param name its own, another one that people use, or a building's
   * @param details as {@link Reason} says
   */
  public record Unheard(Estate estate, String name, Reason reason, List<String> details) {}

  private record Looked(String model, List<Estate> estates, List<Unheard> found) {}

  /**
   * The names of these estates that are not heard by the model in use, in their order.
   *
   * @param estates in the order of their keys
   */
  public List<Unheard> of(List<Estate> estates) {
    String model = recognizer.status().description();
    Looked last = looked;
    if (!last.model.equals(model) || !last.estates.equals(estates)) {
      last = new Looked(model, List.copyOf(estates), look(estates));
      looked = last;
    }
    return last.found;
  }

  private List<Unheard> look(List<Estate> estates) {
    List<Unheard> found = new ArrayList<>();
    if (recognizer.status().available()) {
      found.addAll(unspellable(estates));
    }
    found.addAll(alike(estates));
    found.addAll(late(estates));
    return List.copyOf(found);
  }

  private List<Unheard> unspellable(List<Estate> estates) {
    List<String> all =
        estates.stream()
            .flatMap(estate -> Stream.concat(names(estate), buildings(estate)))
            .distinct()
            .toList();
    Set<String> unspellable = new HashSet<>(unspellablePhrases(all));
    Set<String> characters =
        new HashSet<>(
            unspellablePhrases(
                unspellable.stream().flatMap(NameReview::characters).distinct().toList()));
    List<Unheard> found = new ArrayList<>();
    for (Estate estate : estates) {
      Stream.concat(names(estate), buildings(estate))
          .filter(unspellable::contains)
          .forEach(
              name ->
                  found.add(
                      new Unheard(
                          estate,
                          name,
                          Reason.UNSPELLABLE,
                          characters(name).filter(characters::contains).distinct().toList())));
    }
    return found;
  }

  private List<String> unspellablePhrases(List<String> phrases) {
    return phrases.isEmpty() ? List.of() : recognizer.unspellable(new Vocabulary.Phrases(phrases));
  }

  private static Stream<String> characters(String name) {
    return name.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString);
  }

  private static List<Unheard> alike(List<Estate> estates) {
    return NamesAlike.of(estates.stream().map(NameReview::spoken).toList()).stream()
        .map(
            pair ->
                new Unheard(
                    byId(estates, pair.estate()),
                    pair.name(),
                    Reason.SOUNDS_LIKE,
                    List.of(pair.other(), pair.otherEstate().names().get(0))))
        .toList();
  }

  private static EstateNames spoken(Estate estate) {
    return new EstateNames(estate.requireId().toString(), names(estate).toList(), List.of());
  }

  private static Estate byId(List<Estate> estates, EstateNames spoken) {
    return estates.stream()
        .filter(estate -> estate.requireId().toString().equals(spoken.id()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Unheard> late(List<Estate> estates) {
    record Named(Estate estate, String name) {}
    return Stream.concat(
            estates.stream()
                .flatMap(estate -> names(estate).map(name -> new Named(estate, name)))
                .skip(EstateNames.MOST_LISTENED_FOR),
            estates.stream()
                .flatMap(
                    estate ->
                        buildings(estate)
                            .skip(EstateNames.MOST_LISTENED_FOR)
                            .map(name -> new Named(estate, name))))
        .map(
            late ->
                new Unheard(
                    late.estate,
                    late.name,
                    Reason.LATE,
                    List.of(String.valueOf(EstateNames.MOST_LISTENED_FOR))))
        .toList();
  }

  private static Stream<String> names(Estate estate) {
    return Stream.concat(Stream.of(estate.name()), estate.aliases().names().stream());
  }

  private static Stream<String> buildings(Estate estate) {
    return estate.buildings().stream().map(Estate.Building::name);
  }
}

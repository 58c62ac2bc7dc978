package cn.wuye.hotline.backend.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.wording.NameReview.Reason;
import cn.wuye.hotline.backend.wording.NameReview.Unheard;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameReviewTest {
  private final Model model = new Model();
  private final NameReview review = new NameReview(model);

  @Test
  void whatTheModelCannotSpellIsListedWithTheCharacter() {
    List<Estate> estates =
        List.of(
            estate(1, "阳光花园", List.of("さ·阳光"), List.of("1号楼", "さ楼")),
            estate(2, "翠湖家园", List.of(), List.of("1号楼")));

    assertThat(review.of(estates))
        .extracting(each -> each.estate().name(), Unheard::name, Unheard::reason, Unheard::details)
        .containsExactly(
            tuple("阳光花园", "さ·阳光", Reason.UNSPELLABLE, List.of("さ")),
            tuple("阳光花园", "さ楼", Reason.UNSPELLABLE, List.of("さ")));
  }

  @Test
  void namesThatSoundTheSameAreListedAlsoWithoutAModel() {
    model.available = false;
    List<Estate> estates =
        List.of(
            estate(1, "东苑", List.of("さ"), List.of()), estate(2, "翠湖", List.of("冬园"), List.of()));

    assertThat(review.of(estates))
        .extracting(each -> each.estate().name(), Unheard::name, Unheard::reason, Unheard::details)
        .containsExactly(tuple("翠湖", "冬园", Reason.SOUNDS_LIKE, List.of("东苑", "东苑")));
  }

  @Test
  void namesBeyondWhatIsListenedForAtOnceAreListed() {
    List<Estate> estates =
        IntStream.rangeClosed(1, 301)
            .mapToObj(i -> estate(i, "第" + i + "小区", List.of(), List.of()))
            .toList();

    assertThat(review.of(estates))
        .extracting(Unheard::name, Unheard::reason, Unheard::details)
        .containsExactly(tuple("第301小区", Reason.LATE, List.of("300")));
  }

  @Test
  void aNewNameAndANewModelAreLookedAtAnew() {
    assertThat(review.of(List.of(estate(1, "阳光花园", List.of(), List.of())))).isEmpty();
    List<Estate> renamed = List.of(estate(1, "さ园", List.of(), List.of()));
    assertThat(review.of(renamed)).hasSize(1);
    int asked = model.asked.size();
    assertThat(review.of(renamed)).hasSize(1);
    assertThat(model.asked).hasSize(asked);

    model.name = "another";
    model.unknown = "";
    assertThat(review.of(renamed)).isEmpty();
  }

  private static Estate estate(long id, String name, List<String> aliases, List<String> buildings) {
    Estate named = Estate.named(name, aliases, 1, buildings);
    return new Estate(
        new EstateId(id), 1L, name, named.aliases(), 1, null, "cmn", named.buildings());
  }

  /** What a model cannot spell; hears nothing. */
  private static final class Model implements SpeechRecognizer {
    final List<Vocabulary> asked = new ArrayList<>();
    boolean available = true;
    String name = "one";
    String unknown = "さ";

    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      return Optional.empty();
    }

    @Override
    public List<String> unspellable(Vocabulary vocabulary) {
      asked.add(vocabulary);
      return ((Vocabulary.Phrases) vocabulary)
          .phrases().stream()
              .filter(phrase -> !unknown.isEmpty() && phrase.contains(unknown))
              .toList();
    }

    @Override
    public Status status() {
      return new Status(available, name, 0, 0);
    }

    @Override
    public void close() {}
  }
}

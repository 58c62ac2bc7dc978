package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecognizerPoolTest {
  private static final RecognizerKind YES = new RecognizerKind(List.of("是"), 0);
  private static final RecognizerKind NO = new RecognizerKind(List.of("不"), 0);

  private final FakeModel model = new FakeModel();
  private final RecognizerPool pool = new RecognizerPool(model, 2);

  @Test
  void givesTheOneUsedLast() {
    NativeRecognizer one = pool.take(YES);
    NativeRecognizer two = pool.take(YES);
    pool.giveBack(YES, one);
    pool.giveBack(YES, two);
    assertThat(pool.take(YES)).isSameAs(two);
    assertThat(pool.existing()).isEqualTo(2);
  }

  @Test
  void theKindNotWantedForLongestGoesFirst() {
    NativeRecognizer free = pool.take(RecognizerKind.FREE);
    NativeRecognizer yes = pool.take(YES);
    NativeRecognizer no = pool.take(NO);
    pool.giveBack(RecognizerKind.FREE, free);
    pool.giveBack(YES, yes);
    pool.giveBack(NO, no);
    assertThat(model.closed).hasValue(1);
    assertThat(pool.take(NO)).isSameAs(no);
    assertThat(pool.take(YES)).isSameAs(yes);
    assertThat(pool.take(RecognizerKind.FREE)).isNotSameAs(free);
  }

  @Test
  void afterTheEndWhatComesBackIsClosed() {
    NativeRecognizer one = pool.take(YES);
    pool.giveBack(NO, pool.take(NO));
    pool.close();
    assertThat(pool.existing()).isEqualTo(1);
    pool.giveBack(YES, one);
    assertThat(pool.existing()).isZero();
    assertThat(model.closed).hasValue(2);
    assertThat(model.misuse).isEmpty();
    assertThatThrownBy(() -> pool.take(YES)).isInstanceOf(NativeFailure.class);
  }

  @Test
  void oneThatCannotBeMadeIsNotCounted() {
    model.refuses = true;
    assertThatThrownBy(() -> pool.take(YES)).isInstanceOf(NativeFailure.class);
    assertThat(pool.existing()).isZero();
  }
}

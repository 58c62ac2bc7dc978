package cn.wuye.hotline.backend.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.wuye.hotline.backend.floor.Feed.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTest {
  private final Feed<String> feed =
      new Feed<>("f", changes -> changes.put() + " " + changes.gone());

  @Test
  void aStrangerIsToldTheWholeAndThenNumberedChanges() {
    feed.update(Map.of("a", "1", "b", "1"));

    assertThat(feed.since("")).containsExactly(new Message("f-1", true, "{a=1, b=1} []"));
    assertThat(feed.update(Map.of("a", "2", "c", "1")))
        .contains(new Message("f-2", false, "{a=2, c=1} [b]"));
    assertThat(feed.update(Map.of("a", "2", "c", "1"))).isEmpty();
  }

  @Test
  void whoComesBackIsToldWhatSheMissed() {
    feed.update(Map.of("a", "1"));
    feed.update(Map.of("a", "2"));
    feed.update(Map.of("a", "3"));

    assertThat(feed.since("f-1"))
        .containsExactly(
            new Message("f-2", false, "{a=2} []"), new Message("f-3", false, "{a=3} []"));
    assertThat(feed.since("f-3")).isEmpty();
  }

  @Test
  void whoHasMissedTooMuchOrComesFromElsewhereBeginsAnew() {
    for (int i = 0; i < Feed.KEPT + 10; i++) {
      feed.update(Map.of("a", String.valueOf(i)));
    }
    String newest = "f-" + (Feed.KEPT + 10);

    assertThat(feed.since("f-9")).extracting(Message::whole).containsExactly(true);
    assertThat(feed.since("f-10")).hasSize(Feed.KEPT).noneMatch(Message::whole);
    for (String other : new String[] {"g-5", "f-", "f-x", "f-99999", "f--1", "5"}) {
      assertThat(feed.since(other))
          .as(other)
          .extracting(Message::id, Message::whole)
          .containsExactly(tuple(newest, true));
    }
  }

  @Test
  void beforeAnythingIsKnownTheWholeIsEmpty() {
    assertThat(feed.since("")).containsExactly(new Message("f-0", true, "{} []"));
    feed.update(Map.of("a", "1"));
    assertThat(feed.since("f-0")).containsExactly(new Message("f-1", false, "{a=1} []"));
  }

  @Test
  void changesMakeTheOneOfTheOtherWhateverTheyAre() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Map<String, Integer> before = some(random);
      Map<String, Integer> after = some(random);

      Changes<Integer> changes = Changes.between(before, after);

      assertThat(changes.applied(before)).isEqualTo(after);
      assertThat(changes.none()).isEqualTo(before.equals(after));
      assertThat(changes.put().entrySet()).noneMatch(before.entrySet()::contains);
    }
    assertThat(Changes.between(Map.of("a", 1), Map.of()).gone()).isEqualTo(Set.of("a"));
  }

  private static Map<String, Integer> some(Random random) {
    Map<String, Integer> things = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      things.put("k" + random.nextInt(8), random.nextInt(3));
    }
    return things;
  }
}

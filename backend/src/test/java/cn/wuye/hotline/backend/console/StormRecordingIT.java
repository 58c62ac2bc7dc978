package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.prompt.WavSound;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor tells callers of a storm what has happened, in her own voice. */
class StormRecordingIT extends ConsoleCase {
  private static final String BOSS = "boss-who-speaks";
  private static final String OTHER = "boss-of-others";
  private static final String QUEUE = "storm-sun";
  private static final int HERTZ = 700;
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

  private static @Nullable Browser microphone;

  @Autowired Books books;

  @BeforeEach
  void aQueueOfOneEstate() {
    long sun = estate("阳光花园");
    Staff.add(application, BOSS, Role.SUPERVISOR, sun);
    Staff.add(application, OTHER, Role.SUPERVISOR, estate("金桂苑"));
    jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, '阳光专线')").param(QUEUE).update();
    jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
        .params(QUEUE, sun)
        .update();
    books.soon();
    Awaitility.await("the book")
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.now().queues().containsKey(QUEUE));
  }

  @AfterEach
  void asItWas() {
    jdbc.sql("DELETE FROM call_queue WHERE code = ?").param(QUEUE).update();
    jdbc.sql("DELETE FROM storm_recording").update();
  }

  @Override
  Browser browser() {
    if (microphone == null) {
      try {
        Path said = ForkFolder.of("console-home").resolve("microphone.wav");
        Files.write(said, tone(20));
        microphone = Browsers.withMicrophone(said);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return microphone;
  }

  /** Beeps: what sounds without end is taken for noise by the browser. */
  private static byte[] tone(int seconds) {
    short[] samples = new short[seconds * Pcm.RATE];
    for (int i = 0; i < samples.length; i++) {
      boolean sounds = i % (Pcm.RATE / 2) < Pcm.RATE / 3;
      samples[i] = (short) (sounds ? 7000 * Math.sin(2 * Math.PI * HERTZ * i / Pcm.RATE) : 0);
    }
    return WavSound.write(Pcm.bytes(samples));
  }

  /** In the loudest 100 ms: how often a second it goes through zero upwards. */
  private static double hertz(byte[] wav) {
    short[] all = Pcm.samples(Arrays.copyOfRange(wav, 44, wav.length));
    int window = Pcm.RATE / 10;
    double loudest = 0;
    double hertz = 0;
    for (int at = 0; at + window <= all.length; at += window) {
      double energy = 0;
      int times = 0;
      for (int i = at + 1; i < at + window; i++) {
        energy += (double) all[i] * all[i];
        times += all[i - 1] < 0 && all[i] >= 0 ? 1 : 0;
      }
      if (energy > loudest) {
        loudest = energy;
        hertz = times * 10.0;
      }
    }
    return hertz;
  }

  private static Locator said(Page page) {
    return page.locator("[data-recorder-said]");
  }

  private Page dialog(int width) {
    Page page = signedIn(BOSS, width);
    page.navigate("/console/floor");
    page.locator("tr[data-queue=" + QUEUE + "] button").click();
    assertThat(page.locator("#floor-queue-step[open]")).isVisible();
    return page;
  }

  @Test
  void sheRecordsListensAndItIsKeptForCallers() {
    Page page = dialog(360);
    LooksIT.check(page, "/storm-recording", 360);
    page.selectOption("#floor-storm", "on");
    page.fill("#floor-announcement", "三号楼停电，正在抢修");

    page.click("[data-recorder-start]");
    assertThat(said(page)).containsText(Pattern.compile("正在录音：[3-9] 秒"));
    assertThat(page.locator("[data-recorder-level]")).isVisible();
    page.waitForFunction("() => document.querySelector('[data-recorder-level]').value > 0.15");
    LooksIT.check(page, "/storm-recording-now", 360);
    page.click("[data-recorder-stop]");
    assertThat(said(page)).containsText(Pattern.compile("已录 [3-9] 秒"));
    page.click("[data-recorder-listen]");
    assertThat(said(page)).containsText("正在播放");
    LooksIT.check(page, "/storm-recording-done", 360);
    page.click("#floor-queue-step button[value=storm]");
    assertThat(page.locator("#floor-queue-step .floor-said")).containsText("已设定");

    assertThat(page.locator("#floor-recording")).isVisible(PATIENTLY);
    assertThat(page.locator("[data-recorder-listen]")).isHidden();
    APIResponse sound =
        page.request().get(page.locator("#floor-recording audio").getAttribute("src"));
    assertThat(sound.status()).isEqualTo(200);
    assertThat(hertz(sound.body())).isBetween(HERTZ - 20.0, HERTZ + 20.0);
    assertThat(
            jdbc.sql(
                    "SELECT CONCAT(q.storm, ' ', q.announcement, ' ', r.recorded_by) FROM call_queue q"
                        + " JOIN storm_recording r ON r.id = q.storm_recording WHERE q.code = ?")
                .param(QUEUE)
                .query(String.class)
                .single())
        .isEqualTo("on 三号楼停电，正在抢修 " + BOSS);
    assertThat(
            jdbc.sql(
                    "SELECT details FROM audit_entry WHERE subject = ? ORDER BY sequence DESC LIMIT 1")
                .param("queue:" + QUEUE)
                .query(String.class)
                .single())
        .contains("三号楼停电，正在抢修", "recordedSeconds");

    Page other = signedIn(OTHER, 1440);
    assertThat(other.request().get(sound.url()).status()).isEqualTo(404);

    page.check("#floor-queue-step [name=synthesised]");
    page.click("#floor-queue-step button[value=storm]");
    assertThat(page.locator("#floor-recording"))
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
  }

  @Test
  void whatIsNotGoodIsDiscardedOrRefusedAndAFileDoesTheSame() {
    Page page = dialog(1440);
    page.setInputFiles("#floor-sound", new FilePayload("a.wav", "audio/wav", tone(1)));
    assertThat(page.locator("[data-recorder-discard]")).isVisible();
    page.click("[data-recorder-discard]");
    assertThat(page.locator("#floor-sound")).hasValue("");

    page.setInputFiles("#floor-sound", new FilePayload("a.wav", "audio/wav", tone(1)));
    page.click("#floor-queue-step button[value=storm]");
    Locator answer = page.locator("#floor-queue-step .floor-said");
    assertThat(answer).containsText("请填写录音里说了什么");
    page.fill("#floor-announcement", "三号楼停电");
    page.click("#floor-queue-step button[value=storm]");
    assertThat(answer).containsText("录音至少 2 秒");
    LooksIT.check(page, "/storm-recording-refused", 1440);
    assertThat(count("storm_recording")).isZero();

    page.navigate("/console/queues");
    Locator part = page.locator("#q-" + QUEUE);
    part.locator("[name=announcement]").fill("三号楼停电");
    part.locator("summary").click();
    part.locator("[name=sound]").setInputFiles(new FilePayload("a.wav", "audio/wav", tone(3)));
    LooksIT.check(page, "/storm-recording-queues", 1440);
    part.locator("button[type=submit]").last().click();
    assertThat(page.locator("[role=status].notice")).containsText("已保存");
    assertThat(page.locator("#q-" + QUEUE + " audio")).hasCount(1);
    assertThat(count("storm_recording")).isEqualTo(1);
  }

  @Test
  void withoutPermissionForTheMicrophoneSheIsToldWhatElseToDo() {
    Page page = dialog(360);
    page.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }");

    page.click("[data-recorder-start]");

    assertThat(said(page)).containsText("没有麦克风的使用权限");
    assertThat(page.locator("#floor-sound")).isVisible();
    LooksIT.check(page, "/storm-recording-without", 360);
  }
}

package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptPageIT extends ConsoleCase {
  private static final int RATE = 16_000;

  @AfterEach
  void noRecordings() {
    jdbc.sql("DELETE FROM prompt_recording").update();
  }

  /** A voice of a kind, for so many seconds. */
  private static FilePayload voice(String name, double seconds, double loudness)
      throws IOException {
    byte[] pcm = new byte[2 * (int) (seconds * RATE)];
    for (int i = 0; i < pcm.length / 2; i++) {
      double t = i / (double) RATE;
      double wave = loudness * (Math.sin(1131 * t) + 0.5 * Math.sin(4500 * t)) / 1.5;
      int sample = (int) (32_000 * Math.max(-1, Math.min(1, wave)));
      pcm[2 * i] = (byte) sample;
      pcm[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2),
        AudioFileFormat.Type.WAVE,
        wav);
    return new FilePayload(name, "audio/wav", wav.toByteArray());
  }

  private static void upload(Page page, String key, FilePayload file) {
    Locator prompt = page.locator("#p-" + key);
    if (prompt.locator("details[open]").count() == 0) {
      prompt.locator("summary").click();
    }
    page.setInputFiles("#f-" + key, file);
    prompt.locator("text=上传并更换").click();
  }

  private static byte[] played(Page page, String key) {
    String source = page.locator("#p-" + key + " audio").getAttribute("src");
    APIResponse response = page.request().get(source);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("content-type", "audio/wav");
    return response.body();
  }

  @Test
  void aPromptIsReplacedListenedToAndGivenBackToTheSynthesiser() throws IOException {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/prompts?q=ask-estate");
    assertThat(page.locator("h1")).hasText("语音提示");
    byte[] synthesised = played(page, "ask-estate");

    upload(page, "ask-estate", voice("a.wav", 2, 0.4));

    assertThat(page.locator("[role=status]")).containsText("“ask-estate”已更换");
    assertThat(page.locator("#p-ask-estate .badge")).hasText("已录音");
    assertThat(page.locator(".head")).containsText("已录 1 /");
    byte[] recorded = played(page, "ask-estate");
    assertThat(recorded).isNotEqualTo(synthesised);
    assertThat(recorded.length).isBetween(32_000, 42_000);
    shot(page, "prompts-replaced-1440");

    page.locator("#p-ask-estate summary").click();
    page.click("#p-ask-estate >> text=删除这条录音");
    assertThat(page.locator("[role=status]")).containsText("已删除");
    assertThat(page.locator("#p-ask-estate .badge")).hasText("合成语音");
  }

  @Test
  void aBadRecordingIsRefusedWithTheReasonAndTheGoodOneStays() throws IOException {
    Page page = signedIn("admin", 360);
    page.navigate("/console/prompts?q=ask-estate");
    upload(page, "ask-estate", voice("a.wav", 2, 0.4));
    assertThat(page.locator("[role=status]")).isVisible();
    byte[] good = played(page, "ask-estate");

    for (List<Object> bad :
        List.<List<Object>>of(
            List.of(voice("quiet.wav", 2, 0.004), "声音太小"),
            List.of(voice("silent.wav", 2, 0), "没有人说话"),
            List.of(voice("clipped.wav", 2, 2), "失真"),
            List.of(voice("long.wav", 25, 0.4), "长得多"),
            List.of(new FilePayload("a.mp3", "audio/mpeg", new byte[] {1, 2, 3}), "读不了"))) {
      upload(page, "ask-estate", (FilePayload) bad.get(0));
      assertThat(page.locator("[role=alert]")).containsText("没有更换");
      assertThat(page.locator("#e-ask-estate")).containsText((String) bad.get(1));
    }
    shot(page, "prompts-refused-360");
    Object over =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) over).intValue()).as("scrolls sideways").isZero();
    page.navigate("/console/prompts?q=ask-estate");
    assertThat(played(page, "ask-estate")).isEqualTo(good);
  }

  @Test
  void everySetHasItsOwnRecordings() throws IOException {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/prompts");
    page.selectOption("#set", "estate-" + estate("阳光花园"));
    page.click("text=查看");
    assertThat(page.locator(".prompt")).hasCount(2);
    upload(page, "greeting-2", voice("g.wav", 6, 0.4));
    assertThat(page.locator("#p-greeting-2 .badge")).hasText("已录音");

    page.navigate("/console/prompts?set=yue&state=recorded");
    assertThat(page.locator("main")).containsText("没有符合条件的提示");
    page.navigate("/console/prompts?set=cmn&q=greeting");
    assertThat(page.locator("#p-greeting-2 .badge")).hasText("合成语音");

    jdbc.sql("UPDATE prompt_recording SET words = '以前的话'").update();
    page.navigate("/console/prompts?set=estate-" + estate("阳光花园"));
    assertThat(page.locator("#p-greeting-2 .badge")).hasText("文字已改，需重录");
  }

  @Test
  void itIsForAdministratorsAndForPromptsThatThereAre() {
    Page page = signedIn(AGENT, 1440);
    assertThat(page.locator("a[href='/console/prompts']")).hasCount(0);
    assertThat(page.navigate("/console/prompts").status()).isEqualTo(403);
    Page admin = signedIn("admin", 1440);
    assertThat(admin.navigate("/console/prompts/cmn/no-such-prompt.wav").status()).isEqualTo(404);
    assertThat(admin.navigate("/console/prompts/nonsense/greeting.wav").status()).isEqualTo(404);
  }
}

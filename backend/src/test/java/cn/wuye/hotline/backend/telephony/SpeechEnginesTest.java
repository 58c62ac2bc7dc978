package cn.wuye.hotline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.telephony.SpeechProperties.Engine;
import cn.wuye.hotline.backend.telephony.SpeechProperties.Uses;
import cn.wuye.hotline.ivr.speech.remote.SpeechProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SpeechEnginesTest {
  private static final Map<String, Object> CANTONESE =
      Map.of(
          "HOTLINE_SPEECH_ENGINES_CANTONESE_PROTOCOL", "funasr",
          "HOTLINE_SPEECH_ENGINES_CANTONESE_SERVERS", "ws://asr-1:10095,ws://asr-2:10095");

  /** As the application gets them: from the environment. */
  private static SpeechProperties bound(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment).bindOrCreate("hotline.speech", SpeechProperties.class);
  }

  private static SpeechProperties cantoneseAnd(String name, String value) {
    Map<String, Object> variables = new HashMap<>(CANTONESE);
    variables.put("HOTLINE_SPEECH_" + name, value);
    return bound(variables);
  }

  @Test
  void withoutSettingsThereIsNoServer() {
    SpeechProperties none = bound(Map.of());

    assertThat(none.engines()).isEmpty();
    assertThat(new SpeechEngines(none).all()).isEmpty();
  }

  @Test
  void enginesComeFromTheEnvironment() {
    SpeechProperties bound = bound(CANTONESE);

    assertThat(bound.engines())
        .containsEntry(
            "cantonese",
            new Engine(
                SpeechProtocol.FUNASR,
                List.of(URI.create("ws://asr-1:10095"), URI.create("ws://asr-2:10095")),
                false,
                20,
                Duration.ofSeconds(1),
                Duration.ofMillis(800),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1)));
    assertThat(new SpeechEngines(bound).all()).hasSize(1);
  }

  @Test
  void dialectsAreKnownByTheirCodesInTheEnvironmentToo() {
    for (String dialect : new String[] {"DEFAULT", "YUE", "CMNSC"}) {
      SpeechProperties bound = cantoneseAnd("USES_" + dialect + "_FREE", "cantonese");

      assertThat(new SpeechEngines(bound).all()).as(dialect).hasSize(1);
      assertThat(bound.uses()).hasSize(1);
    }
    assertThat(cantoneseAnd("USES_YUE_AFTERCALL", "cantonese").uses())
        .containsEntry("yue", new Uses("", "", "cantonese"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> new SpeechEngines(cantoneseAnd("USES_YUE_FREE", "kantonese")))
        .hasMessage(
            "hotline.speech.uses.yue.free names the engine kantonese, and there is none of that name");
    assertThatThrownBy(() -> new SpeechEngines(cantoneseAnd("USES_FRENCH_FREE", "cantonese")))
        .hasMessageStartingWith("hotline.speech.uses.french must be default or one of cmn, yue, ");
    assertThatThrownBy(
            () ->
                new SpeechEngines(
                    bound(Map.of("HOTLINE_SPEECH_ENGINES_X_SERVERS", "ws://asr:10095"))))
        .hasMessage("hotline.speech.engines.x.protocol must be vosk-server or funasr");
    assertThatThrownBy(
            () -> new SpeechEngines(bound(Map.of("HOTLINE_SPEECH_ENGINES_X_PROTOCOL", "funasr"))))
        .hasMessage("hotline.speech.engines.x.servers: at least one address is needed");
    assertThatThrownBy(
            () ->
                new SpeechEngines(
                    bound(
                        Map.of(
                            "HOTLINE_SPEECH_ENGINES_LOCAL_PROTOCOL", "funasr",
                            "HOTLINE_SPEECH_ENGINES_LOCAL_SERVERS", "ws://asr:10095"))))
        .hasMessageContaining("hotline.speech.engines.local is the name");
    assertThatThrownBy(() -> new SpeechEngines(cantoneseAnd("ENGINES_CANTONESE_MOSTATONCE", "0")))
        .hasMessage("hotline.speech.engines.cantonese.most-at-once must be 1-1000, not 0");
  }
}

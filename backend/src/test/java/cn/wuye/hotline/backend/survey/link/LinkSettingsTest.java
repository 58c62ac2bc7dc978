package cn.wuye.hotline.backend.survey.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.sms.SurveyWaysProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LinkSettingsTest {
  @Test
  void linksWithoutAnAddressAreToldWithWhatToSet(CapturedOutput output) {
    assertThat(new LinkSettings(new SurveyWaysProperties(false, true, "", 7))).isNotNull();

    assertThat(output)
        .contains("WARN", "HOTLINE_SURVEYS_LINK=true has no effect", "HOTLINE_PUBLIC_URL is empty");
  }

  @ParameterizedTest
  @CsvSource({"false, ''", "true, https://hotline.example.cn"})
  void whatCanBeDoneIsNotSpokenOf(boolean link, String address, CapturedOutput output) {
    assertThat(new LinkSettings(new SurveyWaysProperties(false, link, address, 7))).isNotNull();

    assertThat(output).doesNotContain("HOTLINE_SURVEYS_LINK");
  }
}

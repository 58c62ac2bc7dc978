package cn.wuye.hotline.backend.survey.link;

import cn.wuye.hotline.backend.survey.sms.SurveyWaysProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells at the start of links that are wanted and cannot be made. */
@Component
class LinkSettings {
  private static final Logger LOG = LoggerFactory.getLogger(LinkSettings.class);

  LinkSettings(SurveyWaysProperties ways) {
    if (ways.link() && ways.publicUrl().isEmpty()) {
      LOG.warn(
          "HOTLINE_SURVEYS_LINK=true has no effect while HOTLINE_PUBLIC_URL is empty: messages for"
              + " surveys bring no link; set it to this hotline's address as residents see it, such"
              + " as https://hotline.example.cn");
    }
  }
}

package cn.wuye.hotline.backend.message.channel;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether a call-back is Twilio's own. */
@Component
public class TwilioCallbacks {
  /** Where Twilio tells what became of a message. */
  public static final String PATH = "/callbacks/sms/twilio";

  private final SmsProperties.Twilio settings;

  TwilioCallbacks(SmsProperties sms) {
    this.settings = sms.twilio();
  }

  /**
   * @param query of the address, as it came
   * @param form all fields of the body
   * @param signature the header X-Twilio-Signature
   */
  public boolean genuine(String query, Map<String, String> form, String signature) {
    return !settings.token().isEmpty()
        && !settings.publicUrl().isEmpty()
        && new RequestValidator(settings.token())
            .validate(settings.publicUrl() + PATH + "?" + query, form, signature);
  }
}

package cn.wuye.hotline.backend.message.channel;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether a call-back is Twilio's own. */
@Component
public class TwilioCallbacks {
  /** Where Twilio tells what became of a message. */
  public static final String PATH = "/callbacks/sms/twilio";

  /** Where Twilio hands on what people answer. */
  public static final String REPLIES = "/callbacks/sms/twilio/reply";

  private final SmsProperties.Twilio settings;

  TwilioCallbacks(SmsProperties sms) {
    this.settings = sms.twilio();
  }

  /**
   * @param path of the address
   * @param query of the address, as it came; empty string for none
   * @param form all fields of the body
   * @param signature the header X-Twilio-Signature
   */
  public boolean genuine(String path, String query, Map<String, String> form, String signature) {
    String address = settings.publicUrl() + path + (query.isEmpty() ? "" : "?" + query);
    return !settings.token().isEmpty()
        && !settings.publicUrl().isEmpty()
        && new RequestValidator(settings.token()).validate(address, form, signature);
  }
}

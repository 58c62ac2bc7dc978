package cn.wuye.hotline.backend.api;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what of the data she may see.
 *
 * @param seesPhones whether phone numbers are shown in full
 */
public record Viewer(String login, EstateScope scope, boolean seesPhones) {
  /** The number as this viewer may see it. */
  public @Nullable String shown(@Nullable PhoneNumber number) {
    if (number == null) {
      return null;
    }
    return seesPhones ? number.digits() : number.masked();
  }
}

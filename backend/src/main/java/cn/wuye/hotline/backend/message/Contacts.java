package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How companies with a contract are reached. Implemented by whoever keeps them. */
public interface Contacts {
  /** The company with this code; empty when there is none (any more). */
  Optional<Contact> thirdParty(String code);

  /**
   * Where messages go.
   *
   * @param mobile null when not known
   * @param email null when not known
   */
  record Contact(@Nullable PhoneNumber mobile, @Nullable String email) {}
}

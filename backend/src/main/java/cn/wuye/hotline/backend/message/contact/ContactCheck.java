package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;

/** Whether what was typed is an address. */
final class ContactCheck {
  private static final int LONGEST_MAIL = 190;

  private ContactCheck() {}

  /** Empty is none, and allowed. */
  static boolean mobile(String typed) {
    return typed.isEmpty()
        || (typed.matches("\\+?[0-9]{3,20}")
            && Mobile.international(new PhoneNumber(typed)).isPresent());
  }

  /** Empty is none, and allowed. */
  static boolean email(String typed) {
    return typed.isEmpty()
        || (typed.length() <= LONGEST_MAIL
            && typed.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"));
  }
}

/** The ways to people: SMS by Twilio or any HTTP provider, e-mail by SMTP. */
@NullMarked
package cn.wuye.hotline.backend.message.channel;

import org.jspecify.annotations.NullMarked;

package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives a page what it registers with: only to whoever sits at a browser as her phone. */
@Component
public class SipAccounts {
  private final Seats seats;
  private final DeskProperties properties;

  SipAccounts(Seats seats, DeskProperties properties) {
    this.seats = seats;
    this.properties = properties;
  }

  /** Empty when she sits at a telephone, nowhere, or where this node has no password. */
  public Optional<SipAccount> of(SignedInUser me) {
    return seats
        .of(me.id())
        .map(Seat::phone)
        .filter(DeskPhone::browser)
        .map(DeskPhone::extension)
        .map(
            extension ->
                new SipAccount(extension, properties.passwords().getOrDefault(extension, "")))
        .filter(account -> !account.password().isEmpty());
  }
}

package cn.wuye.hotline.backend.desk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The desks of the agents.
 *
 * @param sipUrl where this node's Asterisk speaks SIP by WebSocket; loopback or a private address
 * @param passwords of the browsers as phones, by extension; never shown but to whoever sits there
 */
@Validated
@ConfigurationProperties("hotline.desk")
record DeskProperties(
    @DefaultValue("ws://127.0.0.1:8088/ws") @NotNull @Pattern(regexp = "wss?://\\S+") String sipUrl,
    @DefaultValue @NotNull Map<String, String> passwords) {
  DeskProperties {
    passwords = Map.copyOf(passwords);
  }

  @Override
  public String toString() {
    return "DeskProperties[" + sipUrl + ", " + passwords.size() + " browsers]";
  }
}

package cn.wuye.hotline.ivr.agi;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ManagerConnectionFactory;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.response.ManagerError;

/** Places calls and presses keys by AMI, as the test caller's user. */
final class CallerAmi implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final ManagerConnection ami;

  CallerAmi(RealAsterisk asterisk) throws IOException {
    Properties secrets = new Properties();
    try (var in = Files.newBufferedReader(asterisk.home().resolve("secrets/node.env"))) {
      secrets.load(in);
    }
    ami =
        new ManagerConnectionFactory(
                "127.0.0.1",
                asterisk.amiPort(),
                "test-caller",
                secrets.getProperty("HOTLINE_CALLER_AMI_PASSWORD"))
            .createManagerConnection();
    try {
      ami.login();
    } catch (AuthenticationFailedException | TimeoutException e) {
      throw new IOException(e);
    }
  }

  /** Calls the hotline; the phone's sound comes by AudioSocket. */
  void dial(String channelId, String number, String callerId, String uuid, String address)
      throws IOException {
    OriginateAction originate = new OriginateAction();
    originate.setChannel("PJSIP/" + number + "@loop");
    originate.setChannelId(channelId);
    originate.setCallerId(callerId);
    originate.setContext("test-caller");
    originate.setExten("s");
    originate.setPriority(1);
    originate.setVariable("CALLER_UUID", uuid);
    originate.setVariable("CALLER_ADDRESS", address);
    originate.setAsync(true);
    send(originate);
  }

  void press(String channelId, char key) throws IOException {
    PlayDtmfAction press = new PlayDtmfAction(channelId, String.valueOf(key));
    press.setDuration(80);
    send(press);
  }

  private void send(ManagerAction action) throws IOException {
    try {
      var response = ami.sendAction(action, PATIENCE_MILLIS);
      if (response instanceof ManagerError) {
        throw new IOException(action.getAction() + ": " + response.getMessage());
      }
    } catch (TimeoutException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    ami.logoff();
  }
}

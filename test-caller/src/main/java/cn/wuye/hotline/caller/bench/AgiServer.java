package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.ivr.agi.AgiListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.GetVariableCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;

/** The dialog of the bench {@code agi} on the hotline's FastAGI port. */
final class AgiServer implements AgiScript {
  private static final int STEPS = 3;

  private AgiServer() {}

  /** Accepts calls from now on. */
  static void serve(int port) throws IOException {
    new AgiListener(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new AgiServer())
        .start();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    for (int step = 1; step <= STEPS; step++) {
      channel.sendCommand(new SetVariableCommand("BENCH_STEP", String.valueOf(step)));
      String got = channel.sendCommand(new GetVariableCommand("BENCH_STEP")).getExtra();
      if (!String.valueOf(step).equals(got)) {
        throw new IllegalStateException("step " + step + " is " + got);
      }
      channel.sendCommand(new ExecCommand("Set", "BENCH_" + step + "=${STRFTIME(,,%s%3q)}"));
    }
  }
}

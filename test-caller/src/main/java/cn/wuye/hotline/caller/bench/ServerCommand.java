package cn.wuye.hotline.caller.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The hotline's part of a bench as a process of its own, so that its CPU can be told apart. */
@Command(name = "bench-server", hidden = true, description = "Serves a bench until it is ended.")
public final class ServerCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "agi|audio")
  private String what = "";

  @Parameters(index = "1..*", paramLabel = "ARGUMENT")
  private String[] arguments = {};

  /** Made by picocli. */
  public ServerCommand() {}

  @Override
  public Integer call() throws Exception {
    switch (what) {
      case "agi" -> AgiServer.serve(Integer.parseInt(arguments[0]));
      case "audio" -> AudioServer.serve(arguments);
      default -> throw unknown();
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private RuntimeException unknown() {
    CommandSpec command = spec;
    return command == null
        ? new IllegalStateException("picocli has not filled the options")
        : new ParameterException(command.commandLine(), "there is no server for '" + what + "'");
  }
}

package cn.wuye.hotline.caller;

import cn.wuye.hotline.caller.bench.BenchCommand;
import cn.wuye.hotline.caller.bench.ServerCommand;
import cn.wuye.hotline.caller.script.ScriptError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./hotline call} and {@code ./hotline bench}. */
@Command(
    name = "hotline",
    description = "A caller without a phone: real calls over SIP and RTP.",
    subcommands = {CallCommand.class, BenchCommand.class, ServerCommand.class},
    synopsisSubcommandLabel = "call|bench",
    exitCodeOnInvalidInput = CallerMain.USAGE)
public final class CallerMain {
  /** Exit codes, after sysexits. */
  static final int NOT_FOLLOWED = 1;

  static final int USAGE = 64;
  static final int BAD_SCRIPT = 65;
  static final int NOT_RUNNING = 69;
  static final int BROKEN = 70;

  CallerMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new CallerMain())
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
        .execute(arguments);
  }

  private static int explain(Exception e, CommandLine command) {
    command.getErr().println("hotline: " + e.getMessage());
    if (e instanceof ScriptError) {
      return BAD_SCRIPT;
    }
    if (e instanceof NotRunning) {
      return NOT_RUNNING;
    }
    e.printStackTrace(command.getErr());
    return BROKEN;
  }
}

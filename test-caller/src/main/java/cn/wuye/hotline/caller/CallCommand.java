package cn.wuye.hotline.caller;

import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.CalledPhone;
import cn.wuye.hotline.caller.call.Caravan;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.result.Analysis;
import cn.wuye.hotline.caller.result.CallResult;
import cn.wuye.hotline.caller.result.Report;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.ScriptParser;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Wav;
import cn.wuye.hotline.caller.ticket.TicketFinder;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hotline call}: places or answers real calls that listen and speak by a script. */
@Command(
    name = "call",
    description =
        "Places a real call into the running hotline, or waits for its call, and follows a script.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = CallerMain.USAGE,
    footer = {
      "",
      "Exit codes: 0 the script was followed, 1 it was not, 64 wrong arguments,",
      "65 an error in the script, 69 the hotline does not run.",
      "Steps of a script: hears, if-hears, says, plays, presses, silent, hears-phone,",
      "heard-by-phone, beeps, hangs-up; examples in test-caller/scripts; those for --answer begin with survey-."
    })
final class CallCommand implements Callable<Integer> {
  private static final Duration TICKET_PATIENCE = Duration.ofSeconds(10);

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--script", paramLabel = "FILE", description = "calls by this script")
  private @Nullable Path script;

  @Option(
      names = "--answer",
      paramLabel = "FILE",
      description = "is the resident whom the hotline calls: waits for its call, by this script")
  private @Nullable Path answer;

  @Option(
      names = "--within",
      paramLabel = "S",
      defaultValue = "600",
      description = "with --answer: waits so many seconds for the call (default: ${DEFAULT-VALUE})")
  private int within;

  @Option(names = "--json", description = "print one JSON object (an array with --parallel)")
  private boolean json;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "1",
      description = "place N calls, each from its own number: the script's plus 0, 1, 2 …")
  private int parallel;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "2",
      description = "begin R calls a second (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(names = "--from", paramLabel = "N", description = "call from this number instead")
  private @Nullable String from;

  @Option(names = "--no-ticket", description = "do not ask the hotline's API for the ticket")
  private boolean noTicket;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "write what the (first) caller heard, as WAV")
  private @Nullable Path record;

  CallCommand() {}

  @Override
  public Integer call() throws Exception {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("picocli has not filled the options");
    }
    Path file = answer == null ? script : answer;
    if (file == null || (answer != null && script != null)) {
      throw new ParameterException(
          command.commandLine(), "either --script or --answer says what happens");
    }
    refuse(command, answer != null && parallel > 1, "--answer is one phone");
    refuse(command, within < 1 || within > 86_400, "--within must be 1–86400");
    refuse(command, parallel < 1 || parallel > 500, "--parallel must be 1–500");
    refuse(command, rate <= 0 || rate > 100, "--rate must be more than 0 and at most 100");
    refuse(command, from != null && !from.matches("\\+?[0-9]{2,20}"), "--from wants 2–20 digits");
    Hotline hotline = Hotline.fromEnvironment(System.getenv());
    PromptCatalogue catalogue = PromptCatalogue.shipped(hotline.company());
    Script parsed = new ScriptParser(catalogue::has).read(file);
    Script played = from == null ? parsed : parsed.withFrom(from);
    refuse(
        command,
        answer != null && played.from().isEmpty(),
        "who is called has a number: from: in the script, or --from");
    PromptBook prompts = PromptBook.load(hotline.prompts(), catalogue);
    PrintWriter err = command.commandLine().getErr();
    if (prompts.size() == 0) {
      err.println(
          "hotline: no prompts in " + hotline.prompts() + "; every sound is taken for the prompt");
    }
    if (answer != null) {
      progress(err, "registering the phone " + played.from().orElse(""));
    }
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of(played))) {
      List<CallRecord> calls =
          answer == null
              ? new Caravan(board).run(played, parallel, rate)
              : List.of(answered(board, played, err));
      if (record != null) {
        Wav.write(record, calls.get(0).heard().all());
      }
      List<CallResult> results = judge(hotline, calls, prompts, err);
      Report.print(command.commandLine().getOut(), results, json, parallel > 1);
      return results.stream().allMatch(CallResult::followed) ? 0 : CallerMain.NOT_FOLLOWED;
    }
  }

  private CallRecord answered(Switchboard board, Script played, PrintWriter err)
      throws IOException {
    try (CalledPhone phone = CalledPhone.open(board, played)) {
      progress(err, "waiting for the call as " + played.from().orElse("") + " (Ctrl-C ends)");
      return phone.play(Duration.ofSeconds(within));
    }
  }

  private List<CallResult> judge(
      Hotline hotline, List<CallRecord> calls, PromptBook prompts, PrintWriter err) {
    TicketFinder tickets = new TicketFinder(hotline);
    return calls.stream()
        .map(
            call -> {
              call.problem().ifPresent(why -> err.println("hotline: not followed: " + why));
              Analysis analysis = new Analysis(call, prompts);
              return new CallResult(
                  analysis.turns(),
                  analysis.timings(),
                  noTicket || answer != null
                      ? null
                      : tickets.find(call.sipCallId(), TICKET_PATIENCE).orElse(null),
                  call.followed());
            })
        .toList();
  }

  /** Standard output is the result's alone. */
  private static void progress(PrintWriter err, String what) {
    err.println(what);
    err.flush();
  }

  private static void refuse(CommandSpec command, boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(command.commandLine(), message);
    }
  }
}

package cn.wuye.hotline.backend.names;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.music.WaitingMusic;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsteriskNamesTest {
  private final String dialplan = Sources.asterisk("extensions*.conf");
  private final Set<String> java = Sources.javaLiterals();

  @Test
  void everyContextAndProfileThatJavaNamesIsConfigured() {
    Set<String> configured = new TreeSet<>(Sources.findAll("^\\[([a-z-]+)\\]", dialplan));
    configured.addAll(Sources.findAll("^\\[([a-z-]+)\\]", Sources.asterisk("confbridge.conf")));

    Set<String> named =
        java.stream()
            .filter(
                literal ->
                    literal.matches(
                        "hotline-(inbound|fallback|outbound|conference|duty|caller|loop|agent|message|survey|callback|callback-queue|listen|desk-[a-z]+)"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isNotEmpty();
    assertThat(configured).containsAll(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOTLINE_DONE",
        "HOTLINE_CONNECTED",
        "HOTLINE_ROOM",
        "HOTLINE_WHISPER",
        "HOTLINE_NOTICE",
        "HOTLINE_SURVEY",
        "HOTLINE_CALLEE",
        "HOTLINE_QUEUE",
        "HOTLINE_SLICE",
        "HOTLINE_LISTENED"
      })
  void channelVariablesAreSetByJavaAndReadByTheDialplan(String variable) {
    assertThat(java).contains(variable);
    assertThat(dialplan).contains("${" + variable + "}");
  }

  @Test
  void theDialplanReadsNoHotlineVariableThatNobodySets() {
    Set<String> read = Sources.findAll("\\$\\{(HOTLINE_[A-Z]+)\\}", dialplan);

    read.removeAll(Sources.findAll("^(HOTLINE_[A-Z]+) = ", dialplan));
    read.removeAll(Sources.findAll("Set\\((HOTLINE_[A-Z]+)=", dialplan));

    assertThat(java).containsAll(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call-id=", "caller=", "dialled=", "started=", "sip-call-id=", "fallback="})
  void theSpoolEntryHasEveryLineOfTheContract(String line) {
    assertThat(dialplan).contains(line);
    assertThat(Sources.text("docs/architecture.md")).contains(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {".call", ".ended", "-caller.wav", "-message.wav"})
  void theSpoolFilesHaveTheNamesThatJavaLooksFor(String suffix) {
    assertThat(dialplan).contains("${SPOOLED}" + suffix);
    assertThat(java).anyMatch(literal -> literal.endsWith(suffix));
  }

  @Test
  void theTalkWithAnAgentIsRecordedWhereJavaLooksForIt() {
    assertThat(dialplan).contains("MixMonitor(${ENTRY}-talk.raw,aD)");
    assertThat(java).contains("-talk.raw");
    assertThat(Sources.text("docs/architecture.md")).contains("CALLID-talk.raw");
  }

  @Test
  void everyPromptOfTheFallbackIsInTheCatalogue() {
    Set<String> keys = Sources.findAll("hotline-say,s,1\\(([a-z-]+)\\)", dialplan);

    assertThat(keys).contains("fallback-apology", "fallback-record", "fallback-thanks");
    assertThat(
            Sources.findAll("^([a-z-]+):", Sources.text("ivr/src/main/resources/prompts/zh.yml")))
        .containsAll(keys);
  }

  @Test
  void everyEventThatTheRouterHandlesIsLetThroughByAsterisk() {
    Set<String> handled =
        Sources.javaMain()
            .flatMap(
                text ->
                    Sources.findAll(
                        "import org\\.asteriskjava\\.manager\\.event\\.(\\w+)Event;", text)
                        .stream())
            // Answers to an action and the library's own events, which no filter touches.
            .filter(name -> !name.matches("Manager|Response|Connect|Disconnect|.*Complete"))
            .filter(
                name -> !name.matches("CoreShowChannel|ProtocolIdentifierReceived|Status|.*List"))
            .filter(name -> !name.matches("QueueParams|QueueMember|QueueEntry"))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(handled).contains("hangup", "originateresponse");
    assertThat(
            Sources.findAll("name\\((\\w+)\\)", Sources.asterisk("manager.conf")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT)))
        .containsAll(handled);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT_HTTP, 8080, backend/src/main/resources/application.yml",
    "PORT_DATABASE, 3307, backend/src/main/resources/application.yml",
    "PORT_AMI, 5038, backend/src/main/java/cn/wuye/hotline/backend/telephony/TelephonyProperties.java",
    "PORT_AGI, 4573, backend/src/main/java/cn/wuye/hotline/backend/telephony/TelephonyProperties.java",
    "PORT_AUDIO, 9092, backend/src/main/java/cn/wuye/hotline/backend/telephony/TelephonyProperties.java",
    "PORT_WS, 8088, backend/src/main/java/cn/wuye/hotline/backend/desk/DeskProperties.java",
    "PORT_SIP, 5060, docs/architecture.md",
  })
  void scriptsApplicationAndDocumentationAgreeOnThePorts(String name, int port, String file) {
    assertThat(Sources.text("scripts/lib/environment.sh")).contains(name + "=$((" + port + " + ");
    assertThat(Sources.text("docs/architecture.md")).contains("| " + port + " |");
    assertThat(Sources.text(file)).contains(String.valueOf(port));
  }

  @Test
  void theAgiScriptAndTheDutyListHaveTheNamesOfTheContract() {
    String contract = Sources.text("docs/architecture.md");

    assertThat(dialplan)
        .contains("/hotline\n", "/message\n", "/survey\n")
        .contains("AST_CONFIG(on-duty.conf,duty,number${");
    assertThat(contract)
        .contains("agi://HOST:PORT/hotline", "agi://HOST:PORT/message", "agi://HOST:PORT/survey")
        .contains("on-duty.conf");
    assertThat(java).anyMatch(literal -> literal.endsWith("on-duty.conf"));
  }

  @Test
  void thereIsAClassForEveryPieceOfMusic() {
    String script = Sources.text("scripts/lib/render-asterisk.sh");

    assertThat(script)
        .contains("MUSIC_PIECES=" + WaitingMusic.PIECES + "\n", "[hotline-music-%d]")
        .contains("'entry = %s/music/%d");
    assertThat(java).contains("hotline-music-", "music");
    assertThat(Sources.asterisk("modules.conf"))
        .contains("load = res_musiconhold.so", "load = func_module.so");
  }

  @Test
  void theFilesOfQueuesAreReadWhereTheyAreWritten() {
    String configuration = Sources.asterisk("queue*.conf") + dialplan;

    assertThat(configuration)
        .contains("#include queues-live.conf", "#include queuerules-live.conf", "[hotline](!)")
        .contains("AST_CONFIG(queue-desk.conf,alone,queue)")
        .contains("AST_CONFIG(queue-desk.conf,all,queues)")
        .contains("AST_CONFIG(queue-desk.conf,agent-${AGENT},queues)");
    assertThat(java).contains("queues-live.conf", "queuerules-live.conf", "queue-desk.conf");
    assertThat(Sources.text("docs/architecture.md"))
        .contains("queues-live.conf", "queuerules-live.conf", "queue-desk.conf");
  }
}

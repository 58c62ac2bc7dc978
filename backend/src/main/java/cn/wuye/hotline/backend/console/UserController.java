package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.contact.StaffContacts;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffAccount;
import cn.wuye.hotline.backend.user.StaffAccounts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts of staff; for administrators only, by the rules of web security. */
@Controller
class UserController {
  private static final String PATH = "/console/users";

  private final StaffAccounts accounts;
  private final StaffContacts contacts;
  private final Choices choices;
  private final Labels labels;

  UserController(StaffAccounts accounts, StaffContacts contacts, Choices choices, Labels labels) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.choices = choices;
    this.labels = labels;
  }

  /** A user in the list, in words. */
  record Line(long id, String username, String name, String roles, String estates, boolean on) {}

  @GetMapping(PATH)
  ModelAndView list() {
    Map<String, String> estates =
        choices.estates(EstateScope.ALL).stream()
            .collect(Collectors.toMap(Choice::value, Choice::text));
    return new ModelAndView("users")
        .addObject("users", accounts.all().stream().map(user -> line(user, estates)).toList());
  }

  @GetMapping(PATH + "/new")
  ModelAndView empty() {
    return page(
        UserForm.of(
            new StaffAccount(0, 0, "", "", true, false, Set.of(), Set.of()), StaffContact.UNKNOWN),
        Map.of(),
        HttpStatus.OK);
  }

  @GetMapping(PATH + "/{id:[0-9]{1,18}}")
  ModelAndView one(@PathVariable long id) {
    StaffAccount found = accounts.find(id).orElseThrow(() -> new NoSuchPage("user " + id));
    return page(UserForm.of(found, contacts.of(found.username())), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      UserForm form,
      @RequestParam(defaultValue = "") String password,
      @AuthenticationPrincipal SignedInUser me) {
    Map<String, String> wrong = contacts.check(form.contact());
    if (wrong.isEmpty()) {
      wrong = accounts.save(form.account(), password, me);
    }
    if (wrong.isEmpty()) {
      contacts.save(login(form), form.contact(), me);
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    boolean stale = wrong.containsKey("version");
    UserForm shown = stale ? current(form) : form;
    return page(
        shown,
        wrong.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> labels.text(e.getValue()))),
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** Of an account that is there the name stays as it is, whatever was typed. */
  private String login(UserForm form) {
    return accounts.find(form.account().id()).map(StaffAccount::username).orElse(form.username());
  }

  private UserForm current(UserForm form) {
    StaffAccount wanted = form.account();
    long version = accounts.find(wanted.id()).map(StaffAccount::version).orElse(wanted.version());
    return new UserForm(
        wanted.id(),
        version,
        form.username(),
        form.displayName(),
        form.enabled(),
        form.allEstates(),
        form.roles(),
        form.estates(),
        form.mobile(),
        form.email(),
        form.language());
  }

  private ModelAndView page(UserForm form, Map<String, String> errors, HttpStatus status) {
    List<Choice> roles =
        Arrays.stream(Role.values())
            .map(role -> new Choice(role.code(), labels.name("role", role.code())))
            .toList();
    return new ModelAndView("user", status)
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("roleChoices", roles)
        .addObject("languages", choices.of("message-language", Language.class))
        .addObject("estateChoices", choices.estates(EstateScope.ALL));
  }

  private Line line(StaffAccount user, Map<String, String> estates) {
    String roles =
        user.roles().stream()
            .sorted()
            .map(role -> labels.name("role", role.code()))
            .collect(Collectors.joining("、"));
    String seen =
        user.allEstates()
            ? labels.text("users.allEstates")
            : user.estateIds().stream()
                .map(String::valueOf)
                .sorted(Comparator.naturalOrder())
                .map(id -> estates.getOrDefault(id, id))
                .collect(Collectors.joining("、"));
    return new Line(user.id(), user.username(), user.displayName(), roles, seen, user.enabled());
  }
}

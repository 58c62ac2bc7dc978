package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.StaffAccount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account's fields as typed; a password is never sent back. */
record UserForm(
    @Nullable Long id,
    @Nullable Long version,
    String username,
    String displayName,
    String enabled,
    String allEstates,
    List<String> roles,
    List<String> estates,
    String mobile,
    String email,
    String language) {

  // Called by data binding: fields that were not sent are null.
  UserForm(
      @Nullable Long id,
      @Nullable Long version,
      @Nullable String username,
      @Nullable String displayName,
      @Nullable String enabled,
      @Nullable String allEstates,
      @Nullable List<String> roles,
      @Nullable List<String> estates,
      @Nullable String mobile,
      @Nullable String email,
      @Nullable String language) {
    this.id = id;
    this.version = version;
    this.username = username == null ? "" : username.strip();
    this.displayName = displayName == null ? "" : displayName;
    this.enabled = enabled == null ? "" : enabled;
    this.allEstates = allEstates == null ? "" : allEstates;
    this.roles = roles == null ? List.of() : List.copyOf(roles);
    this.estates = estates == null ? List.of() : List.copyOf(estates);
    this.mobile = mobile == null ? "" : mobile.replaceAll("[\\s()（）-]", "");
    this.email = email == null ? "" : email.strip();
    this.language = language == null ? "" : language;
  }

  static UserForm of(StaffAccount account, StaffContact contact) {
    return new UserForm(
        account.id(),
        account.version(),
        account.username(),
        account.displayName(),
        account.enabled() ? "true" : "",
        account.allEstates() ? "true" : "",
        account.roles().stream().map(Role::code).sorted().toList(),
        account.estateIds().stream().map(String::valueOf).sorted().toList(),
        contact.mobile(),
        contact.email(),
        contact.language().code());
  }

  StaffContact contact() {
    return new StaffContact(
        mobile, email, Coded.find(Language.class, language).orElse(Language.CHINESE));
  }

  StaffAccount account() {
    Set<Role> wanted =
        roles.stream().flatMap(code -> Role.ofCode(code).stream()).collect(Collectors.toSet());
    Set<Long> seen =
        estates.stream()
            .filter(estate -> estate.matches("[1-9][0-9]{0,17}"))
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    return new StaffAccount(
        id == null ? 0 : id,
        version == null ? 0 : version,
        username,
        displayName,
        enabled.equals("true"),
        allEstates.equals("true"),
        wanted,
        seen);
  }
}

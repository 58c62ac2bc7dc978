package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A member of staff who is signed in; kept in the session. Rights are those at sign-in: a change of
 * a user ends the user's sessions, so nobody works on with rights taken away.
 */
public final class SignedInUser implements UserDetails, CredentialsContainer, Serializable {
  private static final long serialVersionUID = 1L;

  private final long id;
  private final String username;
  private final String displayName;
  private final TreeSet<Role> roles;
  private final TreeSet<Long> estateIds;
  private final boolean allEstates;
  private final boolean enabled;
  private String passwordHash;

  SignedInUser(StaffUser user) {
    this.id = user.id();
    this.username = user.username();
    this.displayName = user.displayName();
    this.roles = new TreeSet<>(user.roles());
    this.estateIds = new TreeSet<>(user.estateIds());
    this.allEstates = user.allEstates();
    this.enabled = user.enabled();
    this.passwordHash = user.passwordHash();
  }

  /** The user's id in the database. */
  public long id() {
    return id;
  }

  /** The name shown to colleagues. */
  public String displayName() {
    return displayName;
  }

  /** At least one. */
  public Set<Role> roles() {
    return Set.copyOf(roles);
  }

  /** Whether tickets of every estate, and of none, are visible. */
  public boolean allEstates() {
    return allEstates;
  }

  /** The estates assigned; without meaning with {@link #allEstates()}. */
  public Set<Long> estateIds() {
    return Set.copyOf(estateIds);
  }

  /** What the services may show this user. */
  public EstateScope scope() {
    return allEstates
        ? EstateScope.ALL
        : EstateScope.of(estateIds.stream().map(EstateId::new).collect(Collectors.toSet()));
  }

  /** Whether settings may be changed, of the estates that are seen. */
  public boolean administers() {
    return roles.contains(Role.ADMIN);
  }

  /**
   * Whether what holds for the whole company may be seen and changed: users, wording, prompts,
   * general duty lists, audit. An administrator of only some estates may not.
   */
  public boolean administersAll() {
    return administers() && allEstates;
  }

  /**
   * Whether sentences may be tried on what the hotline says and understands, which is no secret to
   * those who run it.
   */
  public boolean triesWording() {
    return administers() || roles.contains(Role.SUPERVISOR);
  }

  /** Whether articles of the knowledge base may be written, of the estates that are seen. */
  public boolean editsKnowledge() {
    return administers() || roles.contains(Role.SUPERVISOR);
  }

  /** Whether residents' phone numbers are shown in full. */
  public boolean seesPhoneNumbers() {
    return roles.stream().anyMatch(Role::seesPhoneNumbers);
  }

  /** Whether the user may open and change tickets. */
  public boolean writesTickets() {
    return roles.stream().anyMatch(Role::writesTickets);
  }

  /** Whether the user may give work to others. */
  public boolean dispatches() {
    return roles.stream().anyMatch(Role::dispatches);
  }

  /** Whether the user takes callers who want a person. */
  public boolean answersCalls() {
    return roles.stream().anyMatch(Role::answersCalls);
  }

  /** Whether the user does jobs on the spot. */
  public boolean worksInCrew() {
    return roles.contains(Role.CREW);
  }

  /** Whether the user works with the crew's page alone. */
  public boolean onlyCrew() {
    return roles.equals(Set.of(Role.CREW));
  }

  /** Whether tickets and recordings may be scored (质检), of the estates that are seen. */
  public boolean checksQuality() {
    return roles.stream().anyMatch(Role::checksQuality);
  }

  /** Whether results of surveys and quality checks are seen, of the estates that are seen. */
  public boolean seesResults() {
    return checksQuality() || takesDataAway();
  }

  /** Whether the live page is seen, of the estates that are seen. */
  public boolean watchesFloor() {
    return roles.stream().anyMatch(Role::watchesFloor);
  }

  /** Whether agents of the estates that are seen may be paused, and the like. */
  public boolean leadsAgents() {
    return roles.stream().anyMatch(Role::leadsAgents);
  }

  /** Whether data may be exported, for the estates that are seen. */
  public boolean takesDataAway() {
    return roles.stream().anyMatch(Role::takesDataAway);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public void eraseCredentials() {
    passwordHash = "";
  }

  @Override
  public String getUsername() {
    return username;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedInUser user && user.id == id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return username;
  }
}

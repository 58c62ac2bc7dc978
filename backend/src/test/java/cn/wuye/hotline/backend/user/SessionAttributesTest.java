package cn.wuye.hotline.backend.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

class SessionAttributesTest {
  private final ConversionService conversion =
      SessionAttributes.conversion(SessionAttributesTest.class.getClassLoader());

  @Test
  void aSignedInUserComesBackWithRolesAndEstates() {
    SignedInUser user =
        new SignedInUser(
            new StaffUser(7, 0, "wang", "王", "x", true, false, Set.of(Role.AGENT), Set.of(3L)));

    SecurityContext back =
        (SecurityContext)
            read(
                conversion.convert(
                    new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(
                            user, null, user.getAuthorities())),
                    byte[].class));

    SignedInUser found =
        (SignedInUser)
            Objects.requireNonNull(Objects.requireNonNull(back.getAuthentication()).getPrincipal());
    assertThat(found.roles()).containsExactly(Role.AGENT);
    assertThat(found.estateIds()).containsExactly(3L);
    assertThat(found.seesPhoneNumbers()).isTrue();
  }

  @Test
  void whatCannotBeReadCountsAsAbsent() {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);

    assertThat(conversion.convert(garbage, Object.class)).isNull();
  }

  @Test
  void aClassThatDoesNotBelongInASessionIsNotRead() {
    byte[] foreign = conversion.convert(new File("/etc/passwd"), byte[].class);

    assertThat(conversion.convert(foreign, Object.class)).isNull();
  }

  private Object read(byte @org.jspecify.annotations.Nullable [] bytes) {
    return Objects.requireNonNull(conversion.convert(bytes, Object.class));
  }
}

using NetConnect.ClientVpns;

namespace NetConnect.Tests.ClientVpn;

public sealed class AuthorityIndexTests
{
    private static readonly DateTime s_start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime s_later = s_start.AddDays(1);

    private static readonly AuthorityIndex s_index = new()
    {
        Name = "Example",
        ServerName = "vpn.example.com",
        RevocationListDays = 365,
        RevocationListNumber = 7,
        Entries = [Entry(CertificateRole.Authority, "01"), Entry(CertificateRole.Server, "02"), Entry(CertificateRole.Client, "03"), Entry(CertificateRole.Client, "04")],
    };

    [Fact]
    public void What_a_list_has_revoked_is_taken_over_with_its_times_known_or_not()
    {
        AuthorityIndex index = s_index.TakeOver([("03", s_start), ("05", s_later), ("06", s_start)]);
        Assert.Equal([("03", s_start), ("05", s_later), ("06", s_start)], index.Revoked.Select(entry => (entry.SerialNumber, entry.RevokedAt!.Value)));
        Assert.Equal(["anna", "(unknown)", "(unknown)"], index.Revoked.Select(entry => entry.CommonName));
        Assert.Equal(8, index.RevocationListNumber);
        // It is an index like any other.
        AuthorityIndex read = AuthorityIndex.Parse(index.ToText());
        Assert.Equal(index.Entries, read.Entries);
        Assert.Equal(index.RevocationListNumber, read.RevocationListNumber);
        Assert.Equal(s_index.Entries[3], Assert.Single(read.Clients, entry => entry.RevokedAt is null));
    }

    [Fact]
    public void What_is_revoked_already_keeps_its_time_and_needs_no_other_list()
    {
        AuthorityIndex index = s_index.TakeOver([("03", s_start)]);
        Assert.Same(index.Revoke(["03"], s_later), index);
        Assert.Equal(index.RevocationListNumber, index.TakeOver([("03", s_later)]).RevocationListNumber);
        Assert.Equal(s_start, index.TakeOver([("03", s_later)]).Revoked.Single().RevokedAt);
    }

    [Fact]
    public void One_entry_stands_for_a_serial_number_that_a_list_has_twice() =>
        Assert.Single(s_index.TakeOver([("05", s_start), ("05", s_later)]).Revoked);

    [Fact]
    public void The_largest_list_is_taken_over_at_once()
    {
        AuthorityIndex index = s_index.TakeOver([.. Enumerable.Range(0, 20_000).Select(i => ($"{i:x32}", s_start.AddSeconds(i)))]);
        Assert.Equal((20_000, 8), (index.Revoked.Count(), index.RevocationListNumber));
    }

    private static AuthorityEntry Entry(CertificateRole role, string serialNumber) => new()
    {
        Role = role,
        SerialNumber = serialNumber,
        NotBefore = s_start,
        NotAfter = s_start.AddDays(365),
        Fingerprint = "f" + serialNumber,
        CommonName = "anna",
    };
}

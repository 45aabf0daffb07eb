using NetConnect.ClientVpns;

namespace NetConnect.Tests.ClientVpn;

public sealed class AuthorityPeopleTests : AuthorityTest
{
    [Fact]
    public async Task Who_was_revoked_has_expired_or_is_not_known_gets_nothing()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        await IssueAsync(folder, "anna");
        await IssueAsync(folder, "ben");
        await RevokeAsync(folder, "ben");
        var people = new AuthorityPeople(folder);
        Assert.Equal("anna", people.GetValid("Anna").CommonName);
        Assert.Equal((ErrorIds.ClientVpnUserNotValid, ErrorKind.Conflict), Refusal(people, "ben"));
        Assert.Equal((ErrorIds.ClientVpnUserNotFound, ErrorKind.NotFound), Refusal(people, "carl"));

        await Clock.AdvanceAsync(TimeSpan.FromDays(365));
        Assert.Equal((ErrorIds.ClientVpnUserNotValid, ErrorKind.Conflict), Refusal(people, "anna"));
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_seen()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        AuthorityEntry first = Entry(await IssueAsync(folder, "anna"));
        var people = new AuthorityPeople(folder);
        Assert.Equal(first.SerialNumber, people.GetValid("anna").SerialNumber);
        await IssueAsync(folder, "ben");
        AuthorityEntry second = Entry(await IssueAsync(folder, "anna", renew: true));
        Assert.Equal("ben", people.GetValid("ben").CommonName);
        Assert.Equal(second.SerialNumber, people.GetValid("anna").SerialNumber);

        AuthorityEntry Entry(ClientVpnUser user) => folder.GetIndex().Entries.Single(entry => entry.SerialNumber == user.SerialNumber);
    }

    [Fact]
    public async Task A_passphrase_is_tried_before_anything_is_done()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder, Request with { Passphrase = Secret("geheim") });
        await IssueAsync(folder, "anna", passphrase: Secret("geheim"));
        var people = new AuthorityPeople(folder);
        AuthorityEntry anna = people.GetValid("anna");
        Assert.Equal(ErrorIds.PassphraseWrong, Assert.Throws<NetConnectException>(() => people.CheckPassphrase(anna, null)).ErrorId);
        Assert.Equal(ErrorIds.PassphraseWrong, Assert.Throws<NetConnectException>(() => people.CheckPassphrase(anna, Secret("other"))).ErrorId);
        people.CheckPassphrase(anna, Secret("geheim"));
    }

    [Fact]
    public async Task The_signer_is_found_among_others()
    {
        using AuthorityFolder folder = Open();
        ClientVpnAuthority authority = (await CreateAsync(folder))!;
        var people = new AuthorityPeople(folder);
        Assert.True(people.IsSignerAmong(authority.ServerCertificatePem + authority.ChainPem));
        Assert.False(people.IsSignerAmong(authority.ServerCertificatePem));
        Assert.False(people.IsSignerAmong(""));
    }

    private static (string, ErrorKind) Refusal(AuthorityPeople people, string name)
    {
        NetConnectException error = Assert.Throws<NetConnectException>(() => people.GetValid(name));
        return (error.ErrorId, error.Kind);
    }
}

using NetConnect.ClientVpns;

namespace NetConnect.Tests.ClientVpn;

public sealed class ExpiryListTests : AuthorityTest
{
    [Fact]
    public async Task What_expires_first_comes_first_with_whole_days()
    {
        using AuthorityFolder folder = await PrepareAsync();
        Assert.Equal(
            [
                "User ben 29 Warning", "RevocationList Example 364 Information", "User anna 399 Information", "Server vpn.example.com 824 Information",
                "Authority Example 3649 Information",
            ],
            ExpiryList.Read(folder, 30).Select(one => $"{one.Kind} {one.Name} {one.DaysLeft} {one.Severity}"));
        Assert.All(ExpiryList.Read(folder, 30), one => Assert.Equal(Folder, one.AuthorityPath));
    }

    [Fact]
    public async Task Whoever_was_revoked_needs_no_new_certificate()
    {
        using AuthorityFolder folder = await PrepareAsync();
        await RevokeAsync(folder, "ben");
        Assert.DoesNotContain(ExpiryList.Read(folder, 30), one => one.Name == "ben");
    }

    [Fact]
    public async Task What_has_expired_is_an_error_in_its_last_second()
    {
        using AuthorityFolder folder = await PrepareAsync();
        DateTime end = folder.FindRevocationList()!.NextUpdate;
        await Clock.AdvanceAsync(end - folder.Now - TimeSpan.FromSeconds(1));
        Assert.Equal((0, VpnFindingSeverity.Warning), List());
        await Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal((0, VpnFindingSeverity.Error), List());
        await Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal((-1, VpnFindingSeverity.Error), List());

        (int, VpnFindingSeverity) List()
        {
            ClientVpnExpiry list = ExpiryList.Read(folder, 30).Single(one => one.Kind == "RevocationList");
            Assert.Contains("refuses everybody", list.Consequence, StringComparison.Ordinal);
            return (list.DaysLeft, list.Severity);
        }
    }

    [Fact]
    public async Task Everything_of_an_authority_can_have_expired()
    {
        using AuthorityFolder folder = await PrepareAsync();
        await Clock.AdvanceAsync(TimeSpan.FromDays(3651));
        IReadOnlyList<ClientVpnExpiry> all = ExpiryList.Read(folder, 30);
        Assert.Equal(["User", "RevocationList", "User", "Server", "Authority"], all.Select(one => one.Kind));
        Assert.All(all, one => Assert.Equal((VpnFindingSeverity.Error, true), (one.Severity, one.DaysLeft < 0)));
    }

    [Fact]
    public async Task A_list_that_is_missing_or_lacks_somebody_is_an_error_whatever_its_time()
    {
        using AuthorityFolder folder = await PrepareAsync();
        string list = Path.Combine(Folder, "crl.pem");
        string before = File.ReadAllText(list);
        File.Delete(list);
        Assert.Contains("There is none", Error(), StringComparison.Ordinal);
        await RevokeAsync(folder, "ben");
        File.WriteAllText(list, before);
        Assert.Contains("lacks somebody", Error(), StringComparison.Ordinal);

        string Error() => Assert.Single(ExpiryList.Read(folder, 30), one => one.Severity == VpnFindingSeverity.Error).Consequence;
    }

    // anna for 400 days, ben for thirty days; an hour of the first day is over.
    private async Task<AuthorityFolder> PrepareAsync()
    {
        AuthorityFolder folder = Open();
        await CreateAsync(folder);
        foreach ((string name, int days) in new[] { ("anna", 400), ("ben", 30) })
            await new UserIssue(folder, null).Plan(name, days, renew: false).ApplyAsync(CancellationToken.None);
        await Clock.AdvanceAsync(TimeSpan.FromHours(1));
        return folder;
    }
}

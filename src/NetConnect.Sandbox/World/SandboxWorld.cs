using System.Globalization;
using NetConnect.Sandbox.Acm;
using NetConnect.Sandbox.Ec2;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.World;

/// <summary>Everything there is: all accounts in all Regions. One lock guards it; whoever reads or changes it holds that lock.</summary>
internal sealed class SandboxWorld(SandboxClock clock, SandboxFaults faults)
{
    private readonly Dictionary<(string Account, string Region), Ec2Region> _regions = [];
    private readonly Dictionary<Ec2Region, CertificateStore> _certificates = [];
    private readonly Dictionary<string, Quotas> _quotas = new(StringComparer.Ordinal);
    private long _sequence;

    public SandboxClock Clock => clock;

    public SandboxFaults Faults => faults;

    public IdentityStore Identities { get; } = new(clock);

    public List<SandboxAccount> Accounts { get; } = [];

    /// <summary>What one account owns in one Region; made when first asked for.</summary>
    public Ec2Region Region(string account, string region)
    {
        if (!_regions.TryGetValue((account, region), out Ec2Region? found))
            _regions.Add((account, region), found = new Ec2Region(this, account, region));
        return found;
    }

    /// <summary>The certificates of an account in a Region.</summary>
    public CertificateStore Certificates(Ec2Region region)
    {
        if (!_certificates.TryGetValue(region, out CertificateStore? found)) _certificates.Add(region, found = new CertificateStore(region));
        return found;
    }

    /// <summary>All that was asked for so far.</summary>
    public IEnumerable<Ec2Region> Regions => _regions.Values;

    public bool HasAccount(string account) => Accounts.Any(known => known.AccountId == account);

    public Quotas QuotasOf(string account)
    {
        if (!_quotas.TryGetValue(account, out Quotas? found)) _quotas.Add(account, found = new Quotas());
        return found;
    }

    public long NextSequence() => ++_sequence;

    /// <summary>
    /// A new id in EC2's long form: prefix and 17 hexadecimal digits. It depends only on how many were made before, so that the same
    /// script against the same seed makes the same ids.
    /// </summary>
    public string NewId(string prefix) =>
        $"{prefix}-0{Digest.Hex((++_sequence).ToString(CultureInfo.InvariantCulture)).Substring(0, 16)}";
}

using System.Collections;
using System.Management.Automation;
using System.Security;
using NetConnect.Addressing;
using NetConnect.Devices;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Exports the configuration of the device at the other end of a site-to-site VPN, for both tunnels, from the connection's live options.</summary>
[Cmdlet(VerbsData.Export, "VpnDeviceConfig", SupportsShouldProcess = true)]
[OutputType(typeof(VpnDeviceConfig))]
public sealed class ExportVpnDeviceConfigCommand : RecordCmdlet<VpnDeviceConfig>
{
    private readonly HashSet<string> _files = [];

    /// <summary>The connections, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>What the configuration is for; aws is AWS's own sample for the device of -DeviceTypeId.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateSet("swanctl", "ipsecconf", "libreswan", "frr", "bird", "ciscoios", "pfsense", "vyos", "mikrotik", "rras", "json", DeviceConfigRequest.AwsFormat)]
    public string Format { get; set; } = "";

    /// <summary>The file to write, keys included, for its owner alone. A folder that exists, or a name that ends with a separator, takes the files
    /// under their own names. Without it, the object has the text.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Shows the pre-shared keys in the text, where otherwise KEY-OF- and the tunnel's outside address stand.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>The keys that AWS does not tell because Secrets Manager keeps them: a table of SecureStrings by the tunnels' outside addresses.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? PreSharedKey { get; set; }

    /// <summary>The address that the device itself has, where NAT stands between it and the customer gateway's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? LocalAddress { get; set; }

    /// <summary>The networks behind the device, which BGP announces. The static routes of the connection where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] LocalNetwork { get; set; } = [];

    /// <summary>The networks on the AWS side. The CIDRs of the VPC where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] RemoteNetwork { get; set; } = [];

    /// <summary>The device of AWS's own sample, an id that Tab completes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DeviceTypeCompleter))]
    public string? DeviceTypeId { get; set; }

    /// <summary>The IKE version of AWS's own sample.</summary>
    [Parameter]
    [ValidateSet("ikev1", "ikev2")]
    public string? IkeVersion { get; set; }

    /// <summary>Whether AWS's own sample has old algorithms (compatibility) or better ones (recommended, IKEv2 only).</summary>
    [Parameter]
    [ValidateSet("compatibility", "recommended")]
    public string? SampleType { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpnDeviceConfig>>> PlanAsync)> Plans()
    {
        var export = new DeviceConfigExport(ResolveSession().Connection);
        var request = new DeviceConfigRequest
        {
            IdOrName = "",
            Format = Format,
            Settings = new DeviceSettings
            {
                LocalAddress = LocalAddress,
                LocalNetworks = LocalNetwork.Select(Cidr.Parse).ToList(),
                RemoteNetworks = RemoteNetwork.Select(Cidr.Parse).ToList(),
            },
            PreSharedKeys = Keys(),
            Sample = DeviceTypeId is null && IkeVersion is null && SampleType is null ? null : new VpnDeviceSample(DeviceTypeId ?? "", IkeVersion, SampleType),
            Path = Path is null ? null : FileSystemPaths.Resolve(SessionState, Path),
            IncludeSecret = IncludeSecret,
        };
        foreach (string id in VpnConnectionId)
        {
            if (request.Path is { } path && !DeviceConfigFiles.IsFolder(path) && !_files.Add(path))
                throw Refused($"{Path} is one file, and there is more than one connection. End it with a separator to make it a folder.", Path!);
            yield return (id, ct => export.PlanAsync(request with { IdOrName = id }, ct));
        }
    }

    private Dictionary<string, SecureString> Keys() => (PreSharedKey ?? []).Cast<DictionaryEntry>().ToDictionary(
        entry => $"{entry.Key}",
        entry => (entry.Value as PSObject)?.BaseObject as SecureString ?? entry.Value as SecureString
            ?? throw Refused($"-PreSharedKey has no SecureString for {entry.Key}. Make one with Read-Host -AsSecureString.", $"{entry.Key}"));

    private static NetConnectException Refused(string message, string target) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message, target);
}

using System.Security;

namespace NetConnect.Devices;

/// <summary>Which configuration is wanted, and where.</summary>
internal sealed record DeviceConfigRequest
{
    /// <summary>AWS's own sample, the one format that is not NetConnect's.</summary>
    public const string AwsFormat = "aws";

    /// <summary>The connection, an id or a Name tag.</summary>
    public required string IdOrName { get; init; }

    /// <summary>The name of a format.</summary>
    public required string Format { get; init; }

    /// <summary>What AWS does not know.</summary>
    public DeviceSettings Settings { get; init; } = new();

    /// <summary>Keys by outside address, for those that AWS does not tell. One that AWS tells too counts before AWS's.</summary>
    public IReadOnlyDictionary<string, SecureString> PreSharedKeys { get; init; } = new Dictionary<string, SecureString>();

    /// <summary>Which of AWS's samples; null with the other formats.</summary>
    public VpnDeviceSample? Sample { get; init; }

    /// <summary>The file, or the folder where it exists or ends with a separator; null for text.</summary>
    public string? Path { get; init; }

    /// <summary>Whether text shows keys. Files always have them.</summary>
    public bool IncludeSecret { get; init; }

    /// <summary>Whether keys are wanted at all.</summary>
    public bool WantsKeys => Path is not null || IncludeSecret;

    /// <summary>Refuses what does not go together, before anything is read.</summary>
    public void Check()
    {
        if (!string.Equals(Format, AwsFormat, StringComparison.OrdinalIgnoreCase))
        {
            DeviceFormats.Get(Format);
            if (Sample is not null)
                throw Refused("-DeviceTypeId, -IkeVersion and -SampleType choose one of AWS's own samples. Give -Format aws, or leave them out.");
        }
        else if (Sample is null || Sample.DeviceTypeId.Length == 0)
        {
            throw Refused("-Format aws needs the device: -DeviceTypeId, which Tab completes.");
        }
        else if (Sample is { SampleType: "recommended", IkeVersion: "ikev1" })
        {
            // GetVpnConnectionDeviceSampleConfiguration answers UnsupportedOperation.
            throw Refused("AWS's recommended samples are for IKEv2 only. Leave out -IkeVersion, or ask for -SampleType compatibility.");
        }
        else if (PreSharedKeys.Count > 0 || !Settings.IsEmpty)
        {
            throw Refused("AWS writes its samples itself: -PreSharedKey, -LocalAddress, -LocalNetwork and -RemoteNetwork are for the other formats.");
        }
        foreach (SecureString key in PreSharedKeys.Values) SiteToSite.PreSharedKeys.Check(key);
    }

    private NetConnectException Refused(string message) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message, IdOrName);
}

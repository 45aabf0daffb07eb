using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Completes the sets of tunnel options by name, and says what each contains.</summary>
public sealed class TunnelPresetCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names => VpnTunnelPresets.All.Select(preset => preset.Name);

    private protected override string Description(string name) => VpnTunnelPresets.Get(name).Description;
}

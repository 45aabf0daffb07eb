namespace NetConnect.Devices;

/// <summary>What the formats have in common: a plan in the words of the device, then files and notes.</summary>
internal abstract class DeviceFormat(string name, DeviceVocabulary vocabulary) : IDeviceFormat
{
    public string Name => name;

    public string Description => vocabulary.Device;

    public DeviceConfig Render(DeviceConfigInput input)
    {
        DevicePlan plan = DevicePlanner.Plan(input, vocabulary);
        List<DeviceFile> files = [.. Write(plan)];
        // Some formats have no place for keys, so that none is missing there.
        ILookup<bool, string> isKnown = plan.Tunnels
            .Where(tunnel => files.Exists(file => file.Text.Contains(tunnel.Key)))
            .ToLookup(tunnel => input.PreSharedKeys.ContainsKey(tunnel.OutsideAddress), tunnel => tunnel.OutsideAddress);
        return new(Name, files, [.. plan.Notes, .. Notes(plan), .. isKnown[false].Select(KeyPlaceholder.Note)])
        {
            HoldsKeys = isKnown[true].Any(),
            MissingKeys = [.. isKnown[false]],
        };
    }

    /// <summary>For formats of IPsec daemons, which speak no BGP themselves.</summary>
    protected const string BgpElsewhere = "Routes come from a BGP daemon: export frr or bird as well.";

    /// <summary>The files, the main one first.</summary>
    protected abstract IEnumerable<DeviceFile> Write(DevicePlan plan);

    /// <summary>What the user must know that the plan does not say already.</summary>
    protected virtual IEnumerable<string> Notes(DevicePlan plan) => [];

    /// <summary>For devices that propose one group in phase 2.</summary>
    protected static IEnumerable<string> OneGroupNotes(DevicePlan plan) =>
        plan.Tunnels.Where(tunnel => tunnel.Phase2.Groups.Count > 1).Select(tunnel =>
            $"{tunnel.OutsideAddress}: {plan.Device} proposes one phase 2 group, and of those that the tunnel allows it is " +
            $"{tunnel.Phase2.Groups[0].Name}.");

    /// <summary>One block of text for each item, joined by line feeds.</summary>
    protected static string Each<T>(IEnumerable<T> items, Func<T, string> block) => string.Join("\n", items.Select(block));
}

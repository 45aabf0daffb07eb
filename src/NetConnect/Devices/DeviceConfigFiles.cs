using NetConnect.Files;
using NetConnect.Planning;

namespace NetConnect.Devices;

/// <summary>Puts a configuration into files, each for its owner alone.</summary>
internal static class DeviceConfigFiles
{
    /// <summary>Plans the files that are not there as they should be.</summary>
    /// <param name="config">The content.</param>
    /// <param name="result">What the command gives, still as text.</param>
    /// <param name="path">A folder, where it exists or ends with a separator, for the files under their own names. Otherwise the name of the main
    /// file; others go beside it under their own.</param>
    /// <param name="warnings">What the user should know first.</param>
    public static Plan<VpnDeviceConfig> Plan(DeviceConfig config, VpnDeviceConfig result, string path, IReadOnlyList<string> warnings)
    {
        bool isFolder = IsFolder(path);
        string folder = isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        List<(string Path, PlanStep? Step)> files =
        [
            .. config.Files.Select((file, i) =>
            {
                string place = isFolder || i > 0 ? Path.Combine(folder, file.Name) : path;
                return (place, OwnerOnlyFile.Holds(place, file.Text) ? null : Step(config, result, file, place));
            }),
        ];
        return new Plan<VpnDeviceConfig>(
            [.. files.Select(file => file.Step).OfType<PlanStep>()],
            _ => Task.FromResult<VpnDeviceConfig?>(result with
            {
                Files = config.Files
                    .Zip(files, (file, place) => new VpnDeviceConfigFile { Name = file.Name, Path = place.Step?.IsDeclined == true ? null : place.Path })
                    .ToArray(),
            }),
            warnings);
    }

    /// <summary>Whether files go into it under their own names.</summary>
    public static bool IsFolder(string path) =>
        Directory.Exists(path) || path[path.Length - 1] == Path.DirectorySeparatorChar || path[path.Length - 1] == Path.AltDirectorySeparatorChar;

    private static PlanStep Step(DeviceConfig config, VpnDeviceConfig result, DeviceFile file, string place)
    {
        bool exists = File.Exists(place);
        return new PlanStep(
            $"{(exists ? "Replace the file by" : "Write")} the {config.Format} configuration of {result.VpnConnectionId}",
            place,
            cancellationToken =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                OwnerOnlyFile.Write(place, file.Text, overwrite: exists, file.IsScript);
                return Task.CompletedTask;
            })
        { AlwaysAsks = exists };
    }
}

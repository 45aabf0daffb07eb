namespace NetConnect.ClientVpn;

/// <summary>Where one command's configurations go: each file is for one person at one endpoint.</summary>
internal sealed class ClientVpnConfigFiles
{
    private const string Extension = ".ovpn";

    // Of all systems, so that the files can be carried to any of them.
    private const string NotInFileNames = "<>:\"/\\|?*";

    private readonly Dictionary<string, (string IdOrName, string? UserName)> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file of a person, or of everybody.</summary>
    /// <param name="path">A file that ends in <c>.ovpn</c>, or a folder, for files named after people.</param>
    /// <param name="idOrName">The endpoint, as it was asked for.</param>
    /// <param name="userName">The person; null for a file that is named after the endpoint.</param>
    /// <exception cref="NetConnectException">The file is another person's, or for another endpoint (<see cref="ErrorIds.InvalidParameter"/>).</exception>
    public string Place(string path, string idOrName, string? userName)
    {
        bool isFile = path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);
        string file = Path.GetFullPath(isFile ? path : Path.Combine(path, FileName(userName ?? idOrName)));
        if (!_taken.TryGetValue(file, out (string IdOrName, string? UserName) other))
        {
            _taken.Add(file, (idOrName, userName));
        }
        else if (other.IdOrName != idOrName || !string.Equals(other.UserName, userName, StringComparison.OrdinalIgnoreCase))
        {
            throw new NetConnectException(
                ErrorIds.InvalidParameter,
                ErrorKind.InvalidInput,
                $"{file} is that of {other.UserName ?? "everybody"} for {other.IdOrName} already. Give a folder, and another one for each endpoint.",
                userName ?? idOrName);
        }
        return file;
    }

    private static string FileName(string name) =>
        string.Concat(name.Select(c => NotInFileNames.Contains(c) ? '_' : c)) + Extension;
}

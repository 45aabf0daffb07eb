using NetConnect.Files;
using NetConnect.Waiting;

namespace NetConnect.ClientVpns;

/// <summary>The files of an authority: where they are, and that only one process changes them at a time.</summary>
/// <param name="folder">The folder.</param>
/// <param name="clock">The time, for the wait for another process.</param>
/// <param name="beforeChange">Hears of each change of a file before it is made, so that tests can end the work there.</param>
internal sealed class AuthorityFiles(string folder, IClock clock, Action<string>? beforeChange = null)
{
    private const string IndexName = "index.txt";
    private const string LockName = "lock";
    private const string ListName = "crl.pem";
    private const string IssuedName = "issued";
    private const string CertificateSuffix = ".crt.pem";
    private const string KeySuffix = ".key.pem";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly string _issued = Path.Combine(folder, IssuedName);

    public string Folder { get; } = folder;

    /// <summary>Holds the authority against every other process until it is disposed of. The system lets go of it when the process ends, however that is.</summary>
    /// <exception cref="NetConnectException">Another process holds it and goes on doing so (<see cref="ErrorIds.AuthorityLocked"/>).</exception>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OwnerOnlyFile.EnsureFolder(Folder);
        string path = Path.Combine(Folder, LockName);
        DateTime giveUp = clock.UtcNow + s_patience;
        while (true)
        {
            try
            {
                // Never deleted: who waits for a deleted file holds another one than who comes later.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException error)
            {
                throw OwnerOnlyFile.NotWritten(path, error.Message.TrimEnd('.'), error);
            }
            catch (IOException error) when (clock.UtcNow >= giveUp || !File.Exists(path))
            {
                throw new NetConnectException(
                    ErrorIds.AuthorityLocked,
                    ErrorKind.Conflict,
                    $"Another process is changing the authority in {Folder}, or its file {LockName} cannot be opened. Run the command again when that process has ended.",
                    Folder,
                    error);
            }
            catch (IOException)
            {
                await clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public string? ReadIndex() => Read(Path.Combine(Folder, IndexName));

    /// <summary>What differs after each write of the index.</summary>
    public (DateTime Written, long Length) StampOfIndex()
    {
        var file = new FileInfo(Path.Combine(Folder, IndexName));
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    public string? ReadRevocationList() => Read(Path.Combine(Folder, ListName));

    public string? ReadCertificate(string serialNumber) => Read(CertificatePath(serialNumber));

    public string? ReadKey(string serialNumber) => Read(KeyPath(serialNumber));

    public void WriteIndex(string text) => Write(Path.Combine(Folder, IndexName), text, overwrite: true);

    public void WriteRevocationList(string pem) => Write(Path.Combine(Folder, ListName), pem, overwrite: true);

    /// <summary>Writes a key and its certificate, the certificate last: a certificate without a key would be of no use to anybody.</summary>
    public void WriteIssued(string serialNumber, string keyPem, string certificatePem)
    {
        Write(KeyPath(serialNumber), keyPem, overwrite: false);
        Write(CertificatePath(serialNumber), certificatePem, overwrite: false);
    }

    /// <summary>The serial numbers of the certificates that have a key beside them. What a killed process left half done is taken away.</summary>
    public IReadOnlyList<string> Tidy()
    {
        if (!Directory.Exists(_issued))
            return [];
        var names = new HashSet<string>(Directory.EnumerateFiles(_issued).Select(path => Path.GetFileName(path)!));
        foreach (string draft in names.Where(name => name[0] == '.'))
            Delete(Path.Combine(_issued, draft));
        foreach (string draft in Directory.EnumerateFiles(Folder, ".*").Where(path => Path.GetFileName(path)[0] == '.').ToList())
            Delete(draft);
        // A key is written before its certificate, so that one alone has never been signed for.
        foreach (string key in names.Where(name => name.EndsWith(KeySuffix, StringComparison.Ordinal) && name[0] != '.'))
        {
            if (!names.Contains(Serial(key, KeySuffix) + CertificateSuffix))
                Delete(Path.Combine(_issued, key));
        }
        return [.. names.Where(name => name.EndsWith(CertificateSuffix, StringComparison.Ordinal) && name[0] != '.')
            .Select(name => Serial(name, CertificateSuffix)).Where(serial => names.Contains(serial + KeySuffix))];
    }

    private static string Serial(string name, string suffix) => name.Substring(0, name.Length - suffix.Length);

    private string CertificatePath(string serialNumber) => Path.Combine(_issued, serialNumber + CertificateSuffix);

    private string KeyPath(string serialNumber) => Path.Combine(_issued, serialNumber + KeySuffix);

    private void Write(string path, string text, bool overwrite)
    {
        beforeChange?.Invoke(path);
        OwnerOnlyFile.EnsureFolder(Folder);
        OwnerOnlyFile.Write(path, text, overwrite);
    }

    private void Delete(string path)
    {
        beforeChange?.Invoke(path);
        File.Delete(path);
    }

    private string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NetConnectException(
                ErrorIds.AuthorityDamaged, ErrorKind.File, $"{path} cannot be read: {error.Message.TrimEnd('.')}. Check its permissions.", Folder, error);
        }
    }
}

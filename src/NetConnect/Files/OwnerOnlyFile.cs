using System.Text;

namespace NetConnect.Files;

/// <summary>Files for keys and other secrets: nobody but their owner reads them, from their first byte on, and they are there whole or not at all.</summary>
internal static partial class OwnerOnlyFile
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text as UTF-8 without a byte order mark, beside its place first and then with one rename, so that a reader never meets half of it.</summary>
    /// <param name="path">The file; its folder is made where it is missing, for the owner only as well.</param>
    /// <param name="text">The content.</param>
    /// <param name="overwrite">Whether a file that is there is replaced, permissions and all.</param>
    /// <param name="isExecutable">Whether the owner may run it; Windows knows no such permission.</param>
    /// <exception cref="NetConnectException">It exists (<see cref="ErrorIds.FileExists"/>), or it cannot be written (<see cref="ErrorIds.FileNotWritten"/>);
    /// what was there is as it was. No message shows the content.</exception>
    public static void Write(string path, string text, bool overwrite = false, bool isExecutable = false)
    {
        string file = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(file) ?? throw NotWritten(path, "a file needs a name", null);
        string draft = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}");
        try
        {
            EnsureFolder(folder);
            using (FileStream stream = Create(draft, isExecutable))
            {
                byte[] bytes = s_encoding.GetBytes(text);
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }
            Move(draft, file, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            throw new NetConnectException(
                ErrorIds.FileExists, ErrorKind.Conflict, $"{path} exists already. Choose another path, or let the command replace it.", path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw NotWritten(path, error.Message.TrimEnd('.'), error);
        }
        finally
        {
            RemoveDraft(draft);
        }
    }

    /// <summary>Whether a file holds exactly this text and is its owner's alone, so that writing it again would change nothing.</summary>
    public static bool Holds(string path, string text)
    {
        try
        {
            return File.Exists(path) && IsOwnersAlone(path) && File.ReadAllBytes(path).SequenceEqual(s_encoding.GetBytes(text));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be read does not hold it as far as anybody can tell; writing will say why.
            return false;
        }
    }

    /// <summary>Makes a folder for its owner alone where there is none.</summary>
    public static void EnsureFolder(string path)
    {
        if (!Directory.Exists(path))
            CreateFolder(path);
    }

    /// <summary>The error of a file that cannot be written.</summary>
    internal static NetConnectException NotWritten(string path, string why, Exception? error) => new(
        ErrorIds.FileNotWritten, ErrorKind.File, $"{path} cannot be written: {why}. Check the path, its permissions and the room on its disk.", path, error);

    private static void RemoveDraft(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // After a success it is not there any more; after a failure that failure is what counts, and the draft is its owner's alone.
        }
    }
}

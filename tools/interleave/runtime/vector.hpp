// A growing array in memory of its own: it never calls malloc, so it can be used while a thread of
// the explored program runs. Only for types that may be copied byte by byte.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <type_traits>

namespace interleave::runtime {

template <typename T>
class Vector {
    static_assert(std::is_trivially_copyable_v<T>);

  public:
    Vector() = default;
    Vector(const Vector&) = delete;
    Vector& operator=(const Vector&) = delete;

    T& operator[](std::size_t i) { return data_[i]; }
    const T& operator[](std::size_t i) const { return data_[i]; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    const T* begin() const { return data_; }
    const T* end() const { return data_ + size_; }
    T& back() { return data_[size_ - 1]; }
    const T& back() const { return data_[size_ - 1]; }

    // New elements keep what the memory held before: clear() and growing again cost nothing.
    void resize(std::size_t size) {
        if (size > capacity_) grow(size);
        size_ = size;
    }
    void push_back(const T& value) {
        if (size_ == capacity_) {
            const T copy = value;
            grow(size_ + 1);
            data_[size_++] = copy;
        } else {
            data_[size_++] = value;
        }
    }
    void pop_back() { --size_; }
    void clear() { size_ = 0; }
    void erase(std::size_t i) {
        for (; i + 1 < size_; ++i) data_[i] = data_[i + 1];
        --size_;
    }

  private:
    void grow(std::size_t size) {
        std::size_t capacity = capacity_ ? capacity_ * 2 : (4096 + sizeof(T) - 1) / sizeof(T);
        while (capacity < size) capacity *= 2;
        const std::size_t bytes = (capacity * sizeof(T) + 4095) & ~std::size_t{4095};
        void* grown = capacity_ ? mremap(data_, bytes_, bytes, MREMAP_MAYMOVE)
                                : mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (grown == MAP_FAILED) std::abort();
        data_ = static_cast<T*>(grown);
        bytes_ = bytes;
        capacity_ = capacity;
    }

    T* data_ = nullptr;
    std::size_t size_ = 0, capacity_ = 0, bytes_ = 0;
};

}  // namespace interleave::runtime
